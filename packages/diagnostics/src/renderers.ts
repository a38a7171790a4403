import { renderGitHub } from './render-github.ts';
import type { Renderer } from './render-host.ts';
import { renderJson } from './render-json.ts';
import { renderSarif } from './render-sarif.ts';
import { renderText } from './render-text.ts';

/** The output formats of findings by the name that users give. */
export const renderers = {
  text: renderText,
  json: renderJson,
  sarif: renderSarif,
  github: renderGitHub,
} as const satisfies Record<string, Renderer>;

/** The name of an output format. */
export type RendererName = keyof typeof renderers;
