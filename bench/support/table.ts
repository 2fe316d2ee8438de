import type { Outcome } from './runBench';

const HEAD = '| bench | figure | ours | baseline | ratio | the baseline is |\n|---|---|---|---|---|---|';

/** The one table over all benches, in Markdown. A bench that failed has a line that says so, after the figures that it left. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const lines = outcomes.flatMap(({ bench, figures, problem }) => [
    ...figures.map(({ name, unit, ours, baseline, against }) => row(bench, `${name} (${unit})`, shown(ours), shown(baseline), baseline === 0 ? '' : shown(ours / baseline), against)),
    ...(problem === undefined ? [] : [row(bench, `**failed**: ${problem.split('\n')[0]}`, '', '', '', '')])
  ]);
  return [HEAD, ...lines].join('\n');
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** Three digits that count, and no more: the rest is noise. */
function shown(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: Math.abs(value) >= 1000 ? 4 : 3 });
}
