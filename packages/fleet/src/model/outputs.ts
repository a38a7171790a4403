/**
 * What `fleetc build` writes when no target is named: one tree for each entry of `outputs`. Belongs to the file, not to
 * an environment. Defaults are filled.
 */
export type Output = PlainOutput | HelmfileOutput | KustomizeOutput | ArgocdOutput | FluxOutput;

interface Folder {
  /** Relative to fleet.yaml, forward slashes, no `..`. */
  readonly dir: string;
}

export interface PlainOutput extends Folder {
  readonly target: 'plain';
}

export interface HelmfileOutput extends Folder {
  readonly target: 'helmfile';
}

export interface KustomizeOutput extends Folder {
  readonly target: 'kustomize';
  /** Whether kustomize inflates the charts (`helmCharts`), or values files are written for whoever installs them. */
  readonly helm: 'values' | 'kustomize';
}

/** A folder in a Git repository. */
export interface GitSource {
  readonly url: string;
  /** Branch, a version as a tag, a full reference, or a whole commit. */
  readonly revision: string;
  /** The output folder as it stands in the repository, without slashes at its ends. */
  readonly path: string;
}

/** An artifact in a registry, for Flux. */
export interface OciSource {
  /** `oci://…` without a tag. */
  readonly url: string;
  readonly tag: string;
  /** The output folder inside the artifact. */
  readonly path: string;
}

export interface ArgocdOutput extends Folder {
  readonly target: 'argocd';
  readonly repo: GitSource;
  /** Namespace of Argo CD itself, where Applications live. */
  readonly namespace: string;
  /** Name of the AppProject that is emitted. */
  readonly project: string;
  /**
   * One root Application over Applications, or one ApplicationSet over the clusters, or the same with progressive syncs,
   * which Argo CD has switched off unless its administrator says otherwise.
   */
  readonly layout: 'applications' | 'applicationSet' | 'rollingSync';
  /** Automated sync; absent means that people sync. */
  readonly automated?: { readonly prune: boolean; readonly selfHeal: boolean };
  /** Whether deleting an Application deletes what it installed. */
  readonly finalizer: boolean;
  /** Whether a patch of `argocd-cm` with health checks for ARC's kinds is emitted. */
  readonly health: boolean;
}

export interface FluxOutput extends Folder {
  readonly target: 'flux';
  readonly source: ({ readonly kind: 'git' } & GitSource) | ({ readonly kind: 'oci' } & OciSource);
  /** Namespace of Flux's own objects. */
  readonly namespace: string;
  /** Duration such as `10m`. */
  readonly interval: string;
  /** Whether what leaves the tree is deleted in the cluster. */
  readonly prune: boolean;
  /** Name of the Secret with the login to the source, in the namespace of Flux; absent for one that needs none. */
  readonly sourceSecret?: string;
  /** Name of the Secret with the age keys; needed where Secrets come from SOPS. */
  readonly decryptionSecret?: string;
}
