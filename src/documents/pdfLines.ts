import type { LineCollector } from './lineCollector';

/** A run of text on a page, as PDF.js gives it. */
interface PdfRun {
  readonly str: string;
  readonly dir: string;
  /** Matrix of the run; its fifth number is the distance from the left edge. */
  readonly transform: readonly number[];
  readonly hasEOL: boolean;
}

/**
 * Collects the runs of a page as lines. PDF.js gives runs in the order in which they are drawn, from left to right, and
 * turns only the letters inside an Arabic run: the runs of such a line are put in order from the right.
 */
export function collectPdfLines(runs: readonly PdfRun[], collector: LineCollector): void {
  let line: PdfRun[] = [];
  for (const run of runs) {
    line.push(run);
    if (run.hasEOL) {
      collectLine(line, collector);
      line = [];
    }
  }
  collectLine(line, collector);
}

function collectLine(line: readonly PdfRun[], collector: LineCollector): void {
  const ordered = line.some(({ dir }) => dir === 'rtl') ? [...line].sort((one, other) => left(other) - left(one)) : line;
  for (const { str } of ordered) {
    collector.add(str);
  }
  collector.endLine();
}

function left(run: PdfRun): number {
  return run.transform[4];
}
