// The same objects through cdk8s, as its users write them: an ApiObject each, one chart, `app.synth()`. Arguments: the objects as
// JSON, the folder for the manifests.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { ApiObject, type ApiObjectProps, App, Chart } from 'cdk8s';

const [file = '', outdir = ''] = process.argv.slice(2);
const app = new App({ outdir });
const chart = new Chart(app, 'pools');
const objects = JSON.parse(readFileSync(file, 'utf8')) as ApiObjectProps[];
const made = objects.map((object, index) => new ApiObject(chart, `object-${index}`, object));
app.synth();
process.stdout.write(`${made.length} objects\n`);
