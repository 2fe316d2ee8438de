import * as fc from 'fast-check';
import { gridCommand } from '../../src/webparts/contributionDesk/components/library/gridKeys';
import type { GridCommand, GridPlace } from '../../src/webparts/contributionDesk/components/library/gridKeys';

const place: GridPlace = { index: 5, count: 20, page: 8, direction: 'ltr' };
const plain = { shiftKey: false, ctrlKey: false, metaKey: false };
const press = (key: string, at: Partial<GridPlace> = {}, held: Partial<typeof plain> = {}): GridCommand | undefined => gridCommand({ key, ...plain, ...held }, { ...place, ...at });

describe('the keys of the list', () => {
  it.each([
    ['ArrowDown', 6],
    ['ArrowUp', 4],
    ['PageDown', 13],
    ['PageUp', 0],
    ['Home', 0],
    ['End', 19]
  ])('%s moves to row %d', (key, to) => {
    expect(press(key)).toEqual({ kind: 'move', to, extends: false });
    expect(press(key, {}, { shiftKey: true })).toEqual({ kind: 'move', to, extends: true });
  });

  it.each([
    ['Enter', 'open'],
    [' ', 'select'],
    ['Escape', 'leave']
  ])('%p means %s', (key, kind) => {
    expect(press(key)).toEqual({ kind });
  });

  it('opens a section with the arrow that points into it, in both directions of writing', () => {
    expect(press('ArrowRight')).toEqual({ kind: 'expand' });
    expect(press('ArrowLeft')).toEqual({ kind: 'collapse' });
    expect(press('ArrowRight', { direction: 'rtl' })).toEqual({ kind: 'collapse' });
    expect(press('ArrowLeft', { direction: 'rtl' })).toEqual({ kind: 'expand' });
  });

  it('selects everything with Ctrl or Command and A, and leaves other shortcuts to the browser', () => {
    expect(press('a', {}, { ctrlKey: true })).toEqual({ kind: 'selectAll' });
    expect(press('A', {}, { metaKey: true })).toEqual({ kind: 'selectAll' });
    expect(press('ArrowDown', {}, { ctrlKey: true })).toBeUndefined();
    expect(press('x')).toBeUndefined();
  });

  it('never moves out of the list', () => {
    const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End');
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 500 }), fc.nat(499), fc.integer({ min: 1, max: 50 }), (key, count, index, page) => {
        const command = press(key, { count, index: index % count, page });
        expect(command?.kind === 'move' && command.to >= 0 && command.to < count).toBe(true);
      })
    );
  });
});
