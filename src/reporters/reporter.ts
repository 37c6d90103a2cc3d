import type { Report } from '../model/report.ts';

/** The contract of a reporter: pure, a report in, text out. */
export interface Reporter {
  readonly id: string;
  render(report: Report, how: RenderOptions): string;
}

export interface RenderOptions {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly verbose: boolean;
}
