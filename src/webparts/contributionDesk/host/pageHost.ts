import { pageAddress, targetOfQuery } from '../../../site/deskTarget';
import type { DeskTarget } from '../../../site/deskTarget';
import type { DeskHost } from './deskHost';

/** A page of the site around the desk. A link to a place is the page's address without what led here. */
export function pageHost(): DeskHost {
  const { origin, pathname } = window.location;
  const addressOf = (target: DeskTarget): string => pageAddress(origin + pathname, target);
  return {
    kind: 'page',
    target: targetOfQuery(window.location.search),
    followTarget: (onTarget) => {
      const look = (): void => {
        const target = targetOfQuery(window.location.search);
        if (target !== undefined) {
          onTarget(target);
        }
      };
      window.addEventListener('popstate', look);
      return () => window.removeEventListener('popstate', look);
    },
    addressOf,
    share: async ({ target }) => {
      await navigator.clipboard.writeText(addressOf(target));
      return 'copied';
    },
    show: () => () => undefined
  };
}
