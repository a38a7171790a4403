/** Handlebars. Commands and lists arrive as finished lines. */
export const readmeTemplate = `# {{title}}

This tree installs self-hosted GitHub Actions runners on Kubernetes.
fleetc made it from \`fleet.yaml\`: do not edit it, edit \`fleet.yaml\` and run \`fleetc build\`.

## Contents

| Folder | Holds | Files |
| :--- | :--- | ---: |
{{#each stages}}
{{this}}
{{/each}}
{{#if homeNamespace}}

An object in another namespace than {{homeNamespace}} lies in a folder named after it.
{{/if}}

## Prerequisites
{{#if destination}}

The commands are meant for the cluster {{destination}}; see that kubectl and helm point there.
{{/if}}

{{#each prerequisites}}
{{this}}
{{/each}}
{{#if permissions}}

GitHub has to grant:

| Credential | Scope | Permission |
| :--- | :--- | :--- |
{{#each permissions}}
{{this}}
{{/each}}
{{/if}}

## Install
{{#if deliveredSecrets}}

Objects of this tree bring Secrets into the cluster. What these are made from has to be there
before them:

{{#each deliveredSecrets}}
{{this}}
{{/each}}
{{/if}}
{{#if pendingSecrets}}

\`fleetc secrets\` reads what no file of this tree holds:

{{#each pendingSecrets}}
{{this}}
{{/each}}

Put the path of your fleet file here, seen from this folder:

\`\`\`sh
FLEET=PATH/TO/fleet.yaml
\`\`\`
{{/if}}

Run in this folder, in this order:

\`\`\`sh
{{#each install}}
{{this}}
{{/each}}
\`\`\`

## Verify

\`\`\`sh
{{#each verify}}
{{this}}
{{/each}}
\`\`\`

## Update

Build again, review what changed, and run the commands of "Install" again. They bring the
controller's custom resource definitions up to date, too, which Helm alone never does.

{{#if restart}}
The controller and its servers read their Secrets when they start. After a token or a key has been
replaced, let them start again:

\`\`\`sh
{{#each restart}}
{{this}}
{{/each}}
\`\`\`

{{/if}}
What left the tree stays in the cluster until somebody deletes it there: autoscalers first, then
runners.

## Uninstall

The order matters: a controller that is gone can sign off no runner at GitHub, and runners that wait
for it hold their namespace for ever.
{{#if deletesNamespaces}}
The last command deletes the namespaces with everything in them.
{{/if}}

\`\`\`sh
{{#each uninstall}}
{{this}}
{{/each}}
\`\`\`

Helm leaves custom resource definitions where they are. Delete them when nothing else in the cluster
uses them.
`;
