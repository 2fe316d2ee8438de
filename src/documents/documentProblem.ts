import { finding, type Finding, type FindingCode, type FindingParameters } from './findings';

/** A reason to stop reading a document. It carries the finding that tells people what it is and what to do. */
export class DocumentProblem extends Error {
  public readonly finding: Finding;

  public constructor(found: Finding) {
    super(`The document cannot be read further: ${found.code}`);
    this.name = 'DocumentProblem';
    this.finding = found;
  }
}

/** The problem of a finding code, ready to be thrown. */
export function problem<Code extends FindingCode>(code: Code, parameters: FindingParameters[Code]): DocumentProblem {
  return new DocumentProblem(finding(code, parameters));
}
