import type { Page } from 'playwright-core';

/** A picture of an HTML document, as a browser shows it. */
export interface Shot {
  /** Of the picture, without its ending: `report-light`; it lands in docs/images. */
  readonly name: string;
  readonly html: string;
  readonly colours: 'light' | 'dark';
  /** Of the window, in pixels. */
  readonly width: number;
  /** Absent: as high as the document. */
  readonly height?: number;
  /** What the address ends with: where the document is opened. */
  readonly hash?: string;
  /** What is done to the page before the picture is taken. */
  settle?(page: Page): Promise<void>;
}

/** The same in light and in dark. */
export const inBoth = ({ name, ...shot }: Omit<Shot, 'colours'>): readonly Shot[] =>
  (['light', 'dark'] as const).map((colours) => ({ ...shot, name: `${name}-${colours}`, colours }));
