/** The views between which a member of the secretariat switches. */
export type DeskView = 'secretariat' | 'library' | 'delegate';
