/** Handlebars. Commands and lists arrive as finished lines. */
export const readmeTemplate = `# Fleet {{fleet}} for Flux

What Flux needs to install self-hosted GitHub Actions runners on Kubernetes.
fleetc made this tree from \`fleet.yaml\`: do not edit it, edit \`fleet.yaml\` and run \`fleetc build\`.

## Contents

| Path | Holds |
| :--- | :--- |
{{#each contents}}
{{this}}
{{/each}}

Every folder that Flux reads has a \`kustomization.yaml\` with all of its files. No Kustomization here
substitutes variables, so \`\${…}\` in a script stays what it is; one of your own that reads these
folders must not have a \`postBuild\`.

## Before

- Flux, with the controllers for sources, Kustomizations and HelmReleases; the objects were held
  against the definitions of Flux 2.9
{{#each needs}}
{{this}}
{{/each}}
{{#each environments}}

{{heading}}
{{#each needs}}
{{this}}
{{/each}}
{{/each}}

## Install

{{publish}}

{{bootstrap}}
{{#if secrets}}

As soon as the namespaces are there, make the Secrets, each with kubectl pointing to the cluster of
its environment; FLEET is the path of your fleet file:

{{secrets}}
{{/if}}

The root Kustomization reads its own folder, too: from here on, what is pushed is installed. Do not
let \`flux bootstrap\` write into this tree; it belongs to fleetc.

## Order

Each Kustomization waits until those before it are ready, and is ready when all that it applied is.

| Kustomization | Needs | Installs |
| :--- | :--- | :--- |
{{#each kustomizations}}
{{this}}
{{/each}}

Runner kinds tell Flux nothing of their health, so the last ones are ready as soon as their objects
are applied.

\`\`\`sh
{{#each watch}}
{{this}}
{{/each}}
\`\`\`

## Update

Build again, review what changed, and publish.
{{#if prunes}}
What left the tree is deleted in the cluster, namespaces excepted.
{{else}}
What left the tree stays in the cluster until somebody deletes it there.
{{/if}}
Numbers of runners that autoscalers write, and reservations of the webhook server, are in no file
here, and Flux applies on the server's side: it leaves them alone. The custom resource definitions
of the controller's chart are replaced with each update of the chart, and never deleted.

Running jobs end with their pool: give a pool \`replicas: 0\` first, and take it out of \`fleet.yaml\`
when its runners are gone. Before an environment leaves \`fleet.yaml\`, run its commands of
"Uninstall": its root cannot delete anything when its folder is gone.

## Uninstall

The order matters: a controller that is gone can sign off no runner at GitHub, and runners that wait
for it hold their namespace for ever. Deleting the root deletes nothing else. Running jobs end with
their runners, unless every pool has had \`replicas: 0\` for long enough. Where each cluster has a
Flux of its own, run the commands of an environment there; else those that wait for pods are for the
cluster of the runners.

{{uninstall}}

Namespaces stay, with what is in them, until somebody deletes them.
`;
