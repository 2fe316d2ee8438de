/** Why the desk cannot start, as a sentence that says what to do. */
export class StartProblem extends Error {}
