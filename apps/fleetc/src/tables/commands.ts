import type { CommandSpec } from '../cli/command-spec.ts';
import { sharedOptions } from './options.ts';

const { environment, locked, report, maxWarnings, quiet } = sharedOptions;

const whichFileOnDisk =
  'Without FILE, fleetc looks for fleet.yaml, fleetc.yaml or the one *.fleet.yaml, in the working ' +
  'directory and, inside of a Git repository, then upwards until its root. A folder above that every user can write ' +
  'to, or that belongs to somebody else, ends the search.';
const whichFile = `${whichFileOnDisk} FILE may be - for standard input.`;

/** Every command, in the order of help. */
export const commands: readonly CommandSpec[] = [
  {
    name: 'init',
    summary: 'Write a small fleet.yaml to start from',
    operands: '[DIR|FILE]',
    minOperands: 0,
    maxOperands: 1,
    completes: 'file',
    details: [
      'Writes a commented fleet.yaml that passes fleetc check, and beside it fleet.schema.json, which ' +
        'editors use to complete and check what is typed. Nothing that exists is overwritten.',
    ],
    options: [],
    examples: [
      { line: 'fleetc init', purpose: 'fleet.yaml in the working directory' },
      { line: 'fleetc init runners', purpose: 'runners/fleet.yaml; the folder is made if need be' },
      { line: 'fleetc init ci.fleet.yaml', purpose: 'under another name' },
    ],
  },
  {
    name: 'build',
    summary: 'Compile a fleet.yaml into everything a cluster needs',
    operands: '[FILE|DIR]',
    minOperands: 0,
    maxOperands: 1,
    completes: 'file',
    details: [
      whichFile,
      'Diagnostics and the summary go to standard error. With --format json or sarif the document goes ' +
        'to standard output, except together with --stdout, where it goes to standard error.',
      'Builds every entry of "outputs" in the fleet file, each into its folder. Where there are none, it builds the ' +
        'target plain into build beside the fleet file. When one folder refuses, none is written.',
      'Targets: plain is folders in install order for helm and kubectl; helmfile is a helmfile.yaml with ordered ' +
        'releases; kustomize is a base, components and an overlay for each environment; argocd is Applications and a ' +
        'project; flux is sources, Kustomizations and HelmReleases. argocd and flux have to know where the cluster finds ' +
        'the output, so they need an entry under "outputs".',
      '--stdout prints every Kubernetes object as one YAML stream in install order. Helm values are no ' +
        'objects and are not in it; the controller and cert-manager come from the folder that a build writes.',
      'A build replaces and deletes only files that fleetc wrote and that nobody edited since; --force ' +
        'takes over the others.',
    ],
    options: [
      environment,
      {
        name: 'target',
        value: 'TARGET',
        choices: ['plain', 'helmfile', 'kustomize', 'argocd', 'flux'],
        summary: 'Only the outputs of this target; without any, this target into build',
      },
      {
        name: 'out',
        short: 'o',
        value: 'DIR',
        completes: 'directory',
        summary: 'Folder of the one output that is built, instead of the one in the fleet file',
      },
      {
        name: 'check',
        summary:
          'Write nothing; exit with 3 when the output folder is not what a build would write',
      },
      { name: 'stdout', summary: 'Write no folder; print the objects as a YAML stream' },
      { name: 'force', summary: 'Replace files that fleetc does not own or that were edited' },
      locked,
      report,
      maxWarnings,
      quiet,
    ],
    examples: [
      {
        line: 'fleetc build',
        purpose: 'all outputs of the fleet.yaml at hand; into build/ without any',
      },
      {
        line: 'fleetc build --target kustomize --out deploy',
        purpose: 'one target into another folder',
      },
      {
        line: 'fleetc build fleet.yaml --env staging --out deploy',
        purpose: 'one environment, into deploy/staging; what others have in deploy stays',
      },
      { line: 'fleetc build --check', purpose: 'in CI: is the committed output up to date?' },
      {
        line: 'fleetc build --stdout | kubectl apply --server-side -f -',
        purpose: 'the objects straight to a cluster',
      },
    ],
  },
  {
    name: 'check',
    summary: 'Report every problem of a fleet.yaml and write nothing',
    operands: '[FILE|DIR]',
    minOperands: 0,
    maxOperands: 1,
    completes: 'file',
    details: [
      whichFile,
      'Text and GitHub annotations go to standard error, json and sarif documents to standard output.',
    ],
    options: [environment, locked, report, maxWarnings, quiet],
    examples: [
      { line: 'fleetc check', purpose: 'the fleet.yaml at hand' },
      { line: 'fleetc check --max-warnings 0', purpose: 'in CI: warnings fail, too' },
      {
        line: 'fleetc check --format sarif > fleetc.sarif',
        purpose: 'a document for code scanning',
      },
    ],
  },
  {
    name: 'fmt',
    summary: 'Lay out fleet files: order of keys, indentation, blanks',
    operands: '[FILE|DIR...]',
    minOperands: 0,
    maxOperands: Number.POSITIVE_INFINITY,
    completes: 'file',
    details: [
      whichFile,
      'Rewrites files in place and prints the names of those that change; standard input goes to standard output. ' +
        'Broken YAML, and a file that says that it is no fleet, stay as they are.',
      'What a file says stays, and so does every comment, beside its key. Keys come in the order of the field ' +
        'reference; names, lists and raw fields of Kubernetes keep theirs, and so do all keys where an alias would ' +
        'come to stand above its anchor. Two columns a level; at most one blank line; brackets up to 100 columns; ' +
        'line feeds on every system, and no byte order mark. Nothing is added, not even a modeline.',
    ],
    options: [
      {
        name: 'check',
        summary: 'Write nothing; print the names of files that would change and exit with 3',
      },
    ],
    examples: [
      { line: 'fleetc fmt', purpose: 'the fleet.yaml at hand' },
      { line: 'fleetc fmt --check a.fleet.yaml b.fleet.yaml', purpose: 'in CI: is all laid out?' },
      { line: 'fleetc fmt - < fleet.yaml', purpose: 'for an editor that pipes its text through' },
    ],
  },
  {
    name: 'diff',
    summary: 'Say what a build would change, and what that does to runners',
    operands: '[FILE|DIR]',
    minOperands: 0,
    maxOperands: 1,
    completes: 'file',
    details: [
      whichFile,
      'Compares the output folders with what fleetc build would write, by meaning: objects by kind, ' +
        'namespace and name, whichever file they stand in. Writes nothing. Exits with 0 when they mean the ' +
        'same, with 3 when they differ, and with 4 when a folder cannot be read.',
      'Every change has a level: danger (data goes), removed, recreated (it has to be deleted and made ' +
        'anew), restarts (runners are replaced), no restart. What a Secret holds is never printed.',
      'json is for scripts; markdown is a comment for a pull request, of at most 60,000 characters.',
    ],
    options: [
      environment,
      {
        name: 'target',
        value: 'TARGET',
        choices: ['plain', 'helmfile', 'kustomize', 'argocd', 'flux'],
        summary: 'Only the outputs of this layout',
      },
      {
        name: 'out',
        short: 'o',
        value: 'DIR',
        completes: 'directory',
        summary: 'Folder to compare with; what build would write to unless given',
      },
      {
        name: 'against',
        value: 'DIR',
        completes: 'directory',
        summary: 'Look for the outputs below this folder, the same one in another checkout',
      },
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['text', 'json', 'markdown'],
        summary: 'Form of the changes; text unless given',
      },
      locked,
      quiet,
    ],
    examples: [
      { line: 'fleetc diff', purpose: 'before a build: what would it change?' },
      {
        line: 'fleetc diff --env production --format json',
        purpose: 'one environment, for a script',
      },
      {
        line: 'fleetc diff --against ../main --format markdown > comment.md',
        purpose: 'a pull request against a checkout of the branch that it goes to',
      },
    ],
  },
  {
    name: 'explain',
    summary: 'Explain a diagnostic, or where a value of the fleet comes from',
    operands: 'CODE|PATH [FILE|DIR]',
    minOperands: 1,
    maxOperands: 2,
    completes: 'file',
    details: [
      'CODE, such as FLC4001, prints why the rule exists, how to fix the mistake, and an example of both.',
      'PATH, such as pools.build.image, prints the value that is in effect as YAML, with comments that ' +
        'name the layer and the line that each part comes from: the file, a profile, an environment or a ' +
        'built-in default. Write . for the whole fleet. ' +
        'Errors of the fleet come before it; a pool is explained all the same when they are in another one.',
      whichFile,
    ],
    options: [environment],
    examples: [
      { line: 'fleetc explain FLC4001', purpose: 'a diagnostic of fleetc check' },
      { line: 'fleetc explain pools.build.image', purpose: 'which image does this pool run?' },
      {
        line: 'fleetc explain pools.build fleet.yaml --env staging',
        purpose: 'a whole pool, in one environment',
      },
    ],
  },
  {
    name: 'schema',
    summary: 'Print the JSON Schema of fleet.yaml, or write it into a file',
    operands: '',
    minOperands: 0,
    maxOperands: 0,
    completes: [],
    details: [
      'fleet.schema.json is what editors complete and check with; fleetc init writes it beside a new fleet.yaml.',
    ],
    options: [
      {
        name: 'out',
        short: 'o',
        value: 'FILE',
        completes: 'file',
        summary: 'Write or replace FILE instead, and make its folder if need be',
      },
    ],
    examples: [
      { line: 'fleetc schema --out fleet.schema.json', purpose: 'after an update of fleetc' },
    ],
  },
  {
    name: 'images',
    summary: 'List every image that the fleet pulls, and from where',
    operands: '[FILE|DIR]',
    minOperands: 0,
    maxOperands: 1,
    completes: 'file',
    details: [
      whichFile,
      'UPSTREAM is the image as its publisher names it, REFERENCE what the cluster pulls.',
      'A proxy that caches fills itself and takes no copies; --copy-commands is for registries that do.',
    ],
    options: [
      environment,
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['table', 'json'],
        summary: 'Form of the list; table unless given',
      },
      {
        name: 'copy-commands',
        value: 'TOOL',
        choices: ['crane', 'skopeo'],
        summary: 'Print the commands that copy upstream images to where the fleet pulls them from',
      },
      {
        name: 'to',
        value: 'HOST/PREFIX',
        summary: 'With --copy-commands, copy every image there instead',
      },
      {
        name: 'renovate-aliases',
        summary: 'Print what Renovate needs to find proxied images upstream',
      },
    ],
    examples: [
      { line: 'fleetc images', purpose: 'the fleet.yaml at hand' },
      { line: 'fleetc images --format json', purpose: 'for a script' },
      {
        line: 'fleetc images --copy-commands crane --to registry.example.com/mirror | sh',
        purpose: 'fill a mirror; images that are locked are copied by their digests',
      },
    ],
  },
  {
    name: 'lock',
    summary: 'Write down which digests the tags of the fleet stand for',
    operands: '[FILE|DIR]',
    minOperands: 0,
    maxOperands: 1,
    completes: 'file',
    details: [
      whichFileOnDisk,
      'Asks registries for the images of the fleet and writes fleet.lock.yaml beside fleet.yaml; fleetc ' +
        'build then emits every image as NAME:TAG@DIGEST. What is locked already stays, and what nothing pulls ' +
        'any more goes, unless --env leaves environments out. When one image cannot be resolved, nothing is written.',
      'Upstream is asked rather than a proxy, which serves the same digests. Logins come from the ' +
        'Docker configuration ($DOCKER_CONFIG or ~/.docker/config.json); credential helpers are not run. ' +
        'HTTPS_PROXY, HTTP_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS are heeded. Nothing else in fleetc uses the network.',
    ],
    options: [
      environment,
      {
        name: 'update',
        value: 'IMAGE',
        repeatable: true,
        summary: 'Ask again for this image, with or without its tag; may be given several times',
      },
      { name: 'update-all', summary: 'Ask again for every image' },
      {
        name: 'check',
        summary: 'Write nothing; exit with 3 when an entry is stale, missing or unused',
      },
      { name: 'through-proxy', summary: 'Ask the registry proxy of the fleet instead of upstream' },
      {
        name: 'ca',
        value: 'FILE',
        completes: 'file',
        summary: 'Trust the certificates in this PEM file, too',
      },
      {
        name: 'plain-http',
        value: 'HOST',
        repeatable: true,
        summary:
          'Ask this registry without TLS; may be given several times. One on this machine that speaks no TLS needs no such option',
      },
      {
        name: 'timeout',
        value: 'SECONDS',
        summary: 'Longest time for one request; 30 unless given',
      },
      quiet,
    ],
    examples: [
      { line: 'fleetc lock', purpose: 'lock what is not locked yet' },
      { line: 'fleetc lock --update docker:28.0.4-dind', purpose: 'follow one tag that moved' },
      { line: 'fleetc lock --check', purpose: 'in CI: did any tag move?' },
    ],
  },
  {
    name: 'capacity',
    summary: 'Add up what the fleet can grow to, and what that costs',
    operands: '[FILE|DIR]',
    minOperands: 0,
    maxOperands: 1,
    completes: 'file',
    details: [
      whichFile,
      'Runners at minimum and at maximum, what they request at maximum, the claims made for them, calls to ' +
        'the GitHub API an hour for each credential and pulls from Docker Hub, each beside its limits and ' +
        'with the sum that it comes from. fleetc check warns about limits that are passed.',
      'The pictures show one environment: runners of each pool, the minimum within the maximum.',
    ],
    options: [
      environment,
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['table', 'json', 'mermaid', 'svg'],
        summary: 'Form of the figures; table unless given',
      },
    ],
    examples: [
      { line: 'fleetc capacity', purpose: 'the fleet.yaml at hand' },
      {
        line: 'fleetc capacity --env production --format svg > capacity.svg',
        purpose: 'a picture of one environment',
      },
    ],
  },
  {
    name: 'graph',
    summary: 'Draw scopes, pools, credentials, images and namespaces',
    operands: '[FILE|DIR]',
    minOperands: 0,
    maxOperands: 1,
    completes: 'file',
    details: [
      whichFile,
      'mermaid is text that GitHub draws inside of a mermaid code block, svg a picture for light and dark ' +
        'pages, json the nodes and edges for scripts. All environments are in one picture; --env picks some.',
      'In a picture of more than 60 pools, those that share their scopes and their namespace become one, ' +
        'and the picture says so; --all draws each. GitHub draws no Mermaid of more than 500 edges.',
    ],
    options: [
      environment,
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['mermaid', 'svg', 'json'],
        summary: 'Form of the graph; mermaid unless given',
      },
      { name: 'all', summary: 'Draw every pool, however many there are' },
    ],
    examples: [
      { line: 'fleetc graph', purpose: 'text to paste into a pull request' },
      { line: 'fleetc graph --format svg > fleet.svg', purpose: 'a picture' },
      {
        line: 'fleetc graph --env production --all --format svg > production.svg',
        purpose: 'one environment, pool by pool',
      },
    ],
  },
  {
    name: 'labels',
    summary: 'List what jobs can ask for, or check where workflows run',
    operands: '[FILE|DIR]',
    minOperands: 0,
    maxOperands: 1,
    completes: 'file',
    details: [
      whichFile,
      'Without --workflows, lists for every scope which runs-on reaches which pool. actionlint is the part ' +
        'of an actionlint.yaml that makes the labels known to that tool.',
      'With --workflows, says of every job who takes it: a pool, several pools, a runner that GitHub hosts, ' +
        'nobody, or that it is not known. Matrices of literals are worked out; what depends on inputs and ' +
        'variables, and what larger runners there are, is not known. Exits with 1 when a job can never start.',
      'Runners of an enterprise count for every repository. Which repositories a runner group admits is ' +
        'decided on GitHub and not looked at.',
    ],
    options: [
      environment,
      {
        name: 'workflows',
        value: 'DIR',
        completes: 'file',
        summary: 'Folder with .github/workflows, folder of workflows, or one workflow file',
      },
      {
        name: 'repository',
        value: 'OWNER/NAME',
        summary: 'Only runners that this repository can use; those of every scope unless given',
      },
      {
        name: 'elsewhere',
        value: 'NAME',
        repeatable: true,
        summary:
          'Label or runner group of runners outside of the fleet, larger runners for instance; may be given several times',
      },
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['markdown', 'table', 'json', 'actionlint'],
        summary: 'Form of the result; table with --workflows and markdown without, unless given',
      },
    ],
    examples: [
      { line: 'fleetc labels > RUNNERS.md', purpose: 'a page for those who write workflows' },
      { line: 'fleetc labels --format actionlint', purpose: 'for .github/actionlint.yaml' },
      {
        line: 'fleetc labels --workflows . --repository acme/web',
        purpose: 'where do the jobs of this repository run?',
      },
    ],
  },
  {
    name: 'secrets',
    summary: 'Print Secrets with values from variables and files, or list all',
    operands: '[list] [FILE|DIR]',
    minOperands: 0,
    maxOperands: 2,
    completes: 'file',
    details: [
      whichFile,
      'Reads the environment variables and files that credentials name in secret.from and prints Secrets ' +
        'as a YAML stream to standard output, never to a file. Names of files count from the folder of the ' +
        'fleet.yaml. A final newline is cut off tokens and passwords; a private key keeps its lines.',
      'Nothing is printed when any value is missing, and nothing to a terminal; all that is missing is told at once. ' +
        'Exits with 4 when a file cannot be read, whatever else there is, and with 1 when only variables are not set or ' +
        'values are not right. A value is kept no longer than ' +
        'it takes to print it, as far as Node allows: bytes that were read are overwritten, texts cannot be.',
      'With the word list, every Secret that the fleet needs is listed, whoever makes it: its namespace, name ' +
        'and type, where its content comes from, its keys, who uses it, and what GitHub has to grant. No value ' +
        'is read. A folder of the name list is ./list.',
    ],
    options: [
      {
        ...environment,
        summary: 'Only this environment of the fleet; several are for the list alone',
      },
      { name: 'show-secrets', summary: 'Print to a terminal all the same' },
      {
        name: 'format',
        value: 'FORMAT',
        choices: ['table', 'json'],
        summary: 'Form of the list; table unless given',
      },
    ],
    examples: [
      { line: 'fleetc secrets list', purpose: 'which Secrets does this fleet need?' },
      {
        line: 'fleetc secrets | kubectl apply --server-side -f -',
        purpose: 'server side, so that no copy stays in an annotation',
      },
    ],
  },
  {
    name: 'seal',
    summary: 'Encrypt the value of a Secret so that it may be committed',
    operands: 'CREDENTIAL [FILE|DIR]',
    minOperands: 1,
    // The command refuses what is too much itself, because it must not repeat it.
    maxOperands: Number.POSITIVE_INFINITY,
    completes: 'file',
    details: [
      'CREDENTIAL is a name below credentials, or webhookServer or metricsServer. The value comes from ' +
        'standard input, or from a file, and never from the command line. A final newline is cut off tokens ' +
        'and passwords; a private key keeps its lines.',
      'For Sealed Secrets, the ciphertext goes into the fleet file in place, for every namespace that needs ' +
        'it; no other byte of the file changes. With --env it goes into the override of the environment. What ' +
        'is sealed already stays, and nothing is read when nothing is missing; what nothing needs any more goes.',
      'With --sops, or where secret.from says sops, one encrypted Secret is written beside the fleet file.',
      'FILE cannot be standard input. Nothing is printed to standard output, and nothing goes over the network.',
    ],
    options: [
      {
        name: 'env',
        value: 'NAME',
        summary: 'Seal for this environment alone, into its override',
      },
      {
        name: 'cert',
        value: 'FILE',
        completes: 'file',
        summary: 'Certificate of the controller; secrets.sealing.certificate unless given',
      },
      {
        name: 'scope',
        value: 'SCOPE',
        choices: ['strict', 'namespace', 'cluster'],
        summary:
          'What has to stay for the value to be opened; strict unless the fleet says otherwise',
      },
      {
        name: 'value-file',
        value: 'FILE',
        completes: 'file',
        summary: 'File with the value; standard input, which - stands for, too, unless given',
      },
      { name: 'sops', summary: 'Write a SOPS file for age recipients' },
      {
        name: 'age-recipient',
        value: 'RECIPIENT',
        repeatable: true,
        summary:
          'Who can decrypt; secrets.sops.recipients unless given; may be given several times',
      },
      { name: 'reseal', summary: 'Encrypt again what is encrypted already' },
    ],
    examples: [
      {
        line: 'pass show github | fleetc seal github --cert sealing.pem',
        purpose: 'into fleet.yaml, for the controller of Sealed Secrets',
      },
      {
        line: 'fleetc seal web-app --env production --value-file app.pem --reseal',
        purpose: 'a new private key for one environment',
      },
      {
        line: 'pass show harbor | fleetc seal harbor --sops --age-recipient age1…',
        purpose: 'into secrets/harbor.sops.yaml',
      },
    ],
  },
  {
    name: 'lsp',
    summary: 'Serve an editor over the Language Server Protocol',
    operands: '',
    minOperands: 0,
    maxOperands: 0,
    details: [
      'An editor starts this command and speaks to it over standard input and output. While a fleet.yaml, a ' +
        'fleetc.yaml or a *.fleet.yaml is typed, it shows what fleetc check finds, completes keys, values and names, ' +
        'and says what a field means, which value is in effect, and which line or layer gave it.',
      'Files beside the document, such as fleet.lock.yaml, are read from the disk. Nothing is written.',
    ],
    options: [],
    examples: [{ line: 'fleetc lsp', purpose: 'the command that an editor is told to start' }],
  },
  {
    name: 'completion',
    summary: 'Print a completion script for a shell',
    operands: 'bash|zsh|fish',
    minOperands: 1,
    maxOperands: 1,
    completes: ['bash', 'zsh', 'fish'],
    details: [],
    options: [],
    examples: [
      { line: 'source <(fleetc completion bash)', purpose: 'this session of bash' },
      {
        line: 'fleetc completion zsh > "${fpath[1]}/_fleetc"',
        purpose: 'zsh, from the next session on',
      },
      {
        line: 'fleetc completion fish > ~/.config/fish/completions/fleetc.fish',
        purpose: 'fish, from the next session on',
      },
    ],
  },
  {
    name: 'help',
    summary: 'Print help for fleetc or for one command',
    operands: '[COMMAND]',
    minOperands: 0,
    maxOperands: 1,
    completes: 'command',
    details: [],
    options: [
      {
        name: 'markdown',
        hidden: true,
        summary: 'Print the reference of every command as Markdown',
      },
    ],
    examples: [{ line: 'fleetc help build', purpose: 'options and examples of build' }],
  },
];
