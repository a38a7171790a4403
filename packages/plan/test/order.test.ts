import { expect, it } from 'vitest';
import { formatYamlStream } from '@fleetc/kubernetes';
import { runnerDeployment } from './support/objects.ts';
import { changesBetween } from './support/trees.ts';

const treeOf = (image: string) =>
  new Map([
    ['NOTES.md', `# ${image}\n`],
    ['east/README.md', `# ${image}\n`],
    ['east/50-runners/objects.yaml', formatYamlStream([runnerDeployment('ci', { image })])],
    ['west/README.md', `# ${image}\n`],
    ['west/50-runners/objects.yaml', formatYamlStream([runnerDeployment('ci', { image })])],
  ]);

it('tells what happens to runners before any change of a file', () => {
  const changes = changesBetween('plain', treeOf('a:1'), treeOf('a:2'));
  expect(changes.map(({ environment, subject }) => [environment, subject.title])).toEqual([
    ['east', 'pool "ci"'],
    ['east', 'file east/README.md'],
    ['west', 'pool "ci"'],
    ['west', 'file west/README.md'],
    ['', 'file NOTES.md'],
  ]);
});

it('tells of what restarts nothing before files, too', () => {
  const [before, after] = ['a', 'b'].map((text, index) => {
    const pool = runnerDeployment('ci', {}, { replicas: index });
    return new Map([
      ['README.md', `# ${text}\n`],
      ['50-runners/objects.yaml', formatYamlStream([pool])],
    ]);
  });
  const changes = changesBetween('plain', before!, after!);
  expect(changes.map(({ subject }) => subject.title)).toEqual(['pool "ci"', 'file README.md']);
});
