/** Text with the path that messages show for it. */
export interface Source {
  readonly path: string;
  readonly text: string;
}
