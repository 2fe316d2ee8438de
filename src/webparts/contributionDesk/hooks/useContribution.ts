import * as React from 'react';
import type { Contribution } from '../../../site/contribution';
import type { Contributions } from '../../../site/contributions';

const FIRST_LOOK_MILLISECONDS = 4_000;
const LOOKS = 10;

/**
 * What the library knows of a contribution that has just arrived: the service checks it and the secretariat numbers it
 * meanwhile. Looked at ever more seldom, for about an hour; a failed look is simply repeated later.
 */
export function useContribution(contributions: Contributions, id: number): Contribution | undefined {
  const [contribution, setContribution] = React.useState<Contribution>();
  React.useEffect(() => {
    let timer: number;
    let wanted = true;
    const look = async (count: number): Promise<void> => {
      const found = await contributions.get(id).catch(() => undefined);
      if (!wanted) {
        return;
      }
      if (found !== undefined) {
        setContribution(found);
      }
      if (found?.docSymbol === undefined && count < LOOKS) {
        timer = window.setTimeout(() => void look(count + 1), FIRST_LOOK_MILLISECONDS * 2 ** count);
      }
    };
    timer = window.setTimeout(() => void look(1), FIRST_LOOK_MILLISECONDS);
    return () => {
      wanted = false;
      window.clearTimeout(timer);
    };
  }, [contributions, id]);
  return contribution;
}
