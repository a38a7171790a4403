import type { Outline } from '../markdown/outline.ts';

/** Languages that pages are written in. */
export type Language = 'en' | 'zh-Hans';

/** A page of the site. */
export interface Page {
  /** The file or folder of the repository that it shows. */
  readonly path: string;
  readonly url: string;
  readonly language: Language;
  /** Its Markdown; made from the files themselves for a page that shows files. */
  readonly text: string;
  readonly outline: Outline;
  /** Its first heading. */
  readonly title: string;
  /** Whether it shows a file or folder that another page links to, and belongs to no subject. */
  readonly isFile: boolean;
}
