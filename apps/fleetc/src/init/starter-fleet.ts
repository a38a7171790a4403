/** The fleet.yaml that `fleetc init` writes: the smallest one that runs, with the next things to change in comments. */
export const starterFleet = `# yaml-language-server: $schema=./fleet.schema.json
#
# One file for a whole installation of self-hosted GitHub Actions runners.
#   fleetc check     reports every problem of it
#   fleetc build     writes what a cluster needs to build/
#   fleetc secrets   prints the Secrets, with the values that the environment holds at that moment

apiVersion: fleetc.dev/v1
kind: Fleet
metadata:
  name: runners # part of the name of every object

# Actions Runner Controller, and the credential that it talks to GitHub with.
controller:
  credentials: github

# No value of a secret stands in this file, only where it comes from.
credentials:
  github:
    pat:
      secret: { name: controller-manager, from: { env: GITHUB_TOKEN } }

# Images come straight from Docker Hub, which counts anonymous pulls. Where that limit hurts, write
# "proxy: { harbor: HOST }" instead, and every image is pulled through it.
registry:
  direct: [docker.io]

# Whom the runners work for: a repository, an organization or an enterprise.
scopes:
  main: { repository: my-organization/my-repository }

# Runners of one kind. A job asks for them with "runs-on: [self-hosted, small]".
pools:
  small:
    replicas: 2
    resources:
      requests: { cpu: 500m, memory: 1Gi }
      limits: { memory: 2Gi }
`;
