import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const script = `
  const { deadlinesOf, deadlineList, daysLeft } = require('./src/rules/deadlines');
  const { standingOf } = require('./src/rules/standing');
  const { meeting, geneva } = require('./test/support/meeting');
  const { workingGroup } = require('./test/support/workingGroup');
  const group = workingGroup();
  const out = [];
  for (const start of ['2020-10-01', '2021-04-20', '2024-03-31', '2024-02-29', '2025-01-03', '2025-10-26', '2025-11-07']) {
    const of = meeting({ start, agreedDeadline: null });
    for (const deadline of deadlineList(deadlinesOf(of, group))) {
      out.push(deadline.closesAt.toString());
      for (const time of ['00:00:00', '12:00:00', '23:59:59']) {
        const at = geneva(deadline.date.toString() + 'T' + time);
        out.push(daysLeft(deadline, at), JSON.stringify(standingOf('action', at, of, group)));
      }
    }
  }
  console.log(out.join('\\n'));
`;

function answersIn(zone: string): string {
  return execFileSync(process.execPath, ['--import', 'tsx', '--input-type=commonjs', '-e', script], {
    cwd: join(__dirname, '../..'),
    env: { ...process.env, TZ: zone },
    encoding: 'utf8'
  });
}

describe('the zone of the machine', () => {
  const atHome = answersIn('Europe/Zurich');

  it.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Havana', 'Asia/Kathmandu'])('makes no difference in %s', (zone) => {
    expect(atHome).toContain('2020-08-17T23:59:59+02:00[Europe/Zurich]');
    expect(answersIn(zone)).toBe(atHome);
  });
});
