/** Handlebars. Commands and lists arrive as finished lines. */
export const readmeTemplate = `# Fleet {{fleet}} for Argo CD

Applications that install self-hosted GitHub Actions runners on Kubernetes.
fleetc made this tree from \`fleet.yaml\`: do not edit it, edit \`fleet.yaml\` and run \`fleetc build\`.

## Contents

| Path | Holds |
| :--- | :--- |
{{#each contents}}
{{this}}
{{/each}}

## Before

- Argo CD 3.4 or later, which may read the repository and the charts; the objects were held against
  the definitions of 3.5. Older versions overlook that an Application asks before it prunes
{{#each environments}}

{{heading}}
{{#each needs}}
{{this}}
{{/each}}
{{/each}}

## Install

{{publish}}

\`\`\`sh
{{#each bootstrap}}
{{this}}
{{/each}}
\`\`\`

## Order

{{order}}

| Wave | Application | Installs |
| ---: | :--- | :--- |
{{#each applications}}
{{this}}
{{/each}}
{{#if syncFirst}}

{{syncFirst}}
{{/if}}
{{#if secrets}}

As soon as the namespaces are there, make the Secrets, each with kubectl pointing to the cluster of
its environment; FLEET is the path of your fleet file:

{{secrets}}
{{/if}}
{{#if encrypted}}

Argo CD reads no file that SOPS encrypted, so no Application reaches \`encrypted/\`: applied as they
are, these Secrets would hold ciphertext. With KSOPS in the repo server, let an Application of your
own read that folder. Else decrypt and apply the Secrets by hand, as soon as the namespaces are
there, each with kubectl pointing to the cluster of its environment:

{{encrypted}}
{{/if}}
{{#if syncRest}}

Then the other Applications:

{{syncRest}}
{{/if}}

## Update

Build again, review what changed, commit and push. Two things are left to people, so that whoever
writes to the repository does not decide on them:

- \`project.yaml\` says where the Applications may install what. When it changed, apply it again.
- Argo CD deletes no namespace, and nothing that a chart brought, before somebody approves it with
  \`argocd app confirm-deletion NAME\`. A namespace goes with all that is in it; the custom resource
  definitions come with the controller's chart, and every runner of the cluster goes with them.

{{leaving}}

{{#if caveat}}
{{caveat}}

{{/if}}
{{ignored}}

Running jobs end with their pool: give a pool \`replicas: 0\` first, and take it out of \`fleet.yaml\`
when its runners are gone.

## Uninstall

{{uninstallWords}}

\`\`\`sh
{{#each uninstall}}
{{this}}
{{/each}}
\`\`\`
{{#if approves}}

Argo CD waits for an approval before it deletes what the charts brought, and the namespaces. Give it
to each as soon as it is its turn:

\`\`\`sh
{{#each approve}}
{{this}}
{{/each}}
\`\`\`
{{/if}}

Argo CD never deletes custom resource definitions together with an Application. They stay, for
whoever else uses them.
`;
