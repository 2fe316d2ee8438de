import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { arrivalOf, evidenceOf } from '../../src/service/arrival';
import type { ListChange } from '../../src/site/listChange';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const change = (type: ListChange['type'], time: string, itemId = 1): ListChange => ({ type, itemId, uniqueId: 'u', at: at(time) });
const uploaded = { createdAt: at('2020-09-18T21:59:59Z'), modifiedAt: at('2020-09-18T21:59:59Z') };

describe('the arrival of a file', () => {
  it('is its creation time when the log saw it come in at the same time', () => {
    const evidence = evidenceOf([change('add', '2020-09-18T22:00:01Z')]).get(1);
    expect(arrivalOf(uploaded, evidence, false).toString()).toBe(uploaded.createdAt.toString());
  });

  it('is its creation time when the log no longer tells', () => {
    expect(arrivalOf(uploaded, undefined, false).toString()).toBe(uploaded.createdAt.toString());
  });

  it('is the time at which it was moved in when it brought an older creation time along', () => {
    const evidence = evidenceOf([change('move', '2020-09-20T08:00:00Z'), change('update', '2020-09-21T08:00:00Z')]).get(1);
    expect(arrivalOf(uploaded, evidence, false).toString()).toBe(at('2020-09-20T08:00:00Z').toString());
  });

  it('is the first coming in when it was moved about afterwards', () => {
    const evidence = evidenceOf([change('add', '2020-09-20T08:00:00Z'), change('move', '2020-09-21T08:00:00Z'), change('restore', '2020-09-22T08:00:00Z')]).get(1);
    expect(arrivalOf(uploaded, evidence, false).toString()).toBe(at('2020-09-20T08:00:00Z').toString());
  });

  it('does not move with later edits', () => {
    const evidence = evidenceOf([change('update', '2020-09-30T08:00:00Z'), change('rename', '2020-09-30T09:00:00Z')]).get(1);
    expect(arrivalOf({ ...uploaded, modifiedAt: at('2020-09-30T09:00:00Z') }, evidence, false).toString()).toBe(uploaded.createdAt.toString());
  });

  it('is the arrival of the content for a file that was empty before', () => {
    const evidence = evidenceOf([change('update', '2020-09-19T08:00:00Z')]).get(1);
    expect(arrivalOf(uploaded, evidence, true).toString()).toBe(at('2020-09-19T08:00:00Z').toString());
    expect(arrivalOf({ ...uploaded, modifiedAt: at('2020-09-19T09:00:00Z') }, undefined, true).toString()).toBe(at('2020-09-19T09:00:00Z').toString());
  });

  describe('that began empty', () => {
    const versions = [
      { at: at('2020-09-18T21:59:59Z'), size: 0 },
      { at: at('2020-09-18T22:04:00Z'), size: 12 },
      { at: at('2020-09-18T22:09:00Z'), size: 12 }
    ];

    it('is that of the first version with content, not of a later edit', () => {
      expect(arrivalOf({ ...uploaded, modifiedAt: at('2020-09-19T09:00:00Z') }, undefined, false, versions).toString()).toBe(at('2020-09-18T22:04:00Z').toString());
    });

    it('is that of the current version when no earlier one has content', () => {
      expect(arrivalOf({ ...uploaded, modifiedAt: at('2020-09-18T22:06:00Z') }, undefined, true, versions.slice(0, 1)).toString()).toBe(at('2020-09-18T22:06:00Z').toString());
    });

    it('is still the time at which it was moved in, when it brings older versions along', () => {
      const evidence = evidenceOf([change('move', '2020-09-25T08:00:00Z')]).get(1);
      expect(arrivalOf(uploaded, evidence, false, versions).toString()).toBe(at('2020-09-25T08:00:00Z').toString());
    });
  });

  it('is never earlier than the creation that the library recorded', () => {
    const types = fc.constantFrom<ListChange['type']>('add', 'update', 'rename', 'move', 'delete', 'restore');
    const offsets = fc.array(fc.tuple(types, fc.integer({ min: -100_000, max: 100_000 })), { maxLength: 10 });
    fc.assert(
      fc.property(offsets, (entries) => {
        const changes = entries.map(([type, seconds]) => ({ type, itemId: 1, uniqueId: 'u', at: uploaded.createdAt.add({ seconds }) }));
        const arrival = arrivalOf(uploaded, evidenceOf(changes).get(1), false);
        expect(Temporal.Instant.compare(arrival, uploaded.createdAt)).toBeGreaterThanOrEqual(0);
      })
    );
  });

  it('keeps the evidence of different items apart', () => {
    const evidence = evidenceOf([change('add', '2020-09-01T00:00:00Z', 1), change('add', '2020-09-02T00:00:00Z', 2)]);
    expect([...evidence.keys()]).toEqual([1, 2]);
    expect(evidence.get(2)?.enteredAt?.toString()).toBe(at('2020-09-02T00:00:00Z').toString());
  });
});
