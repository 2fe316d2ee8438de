import type en from './catalogue/terms.en.json';

/** The keys of the terms that every surface shares: deadlines, standings, purposes, states, names of fields. */
export type TermKey = keyof typeof en;
