import type { DocumentLine } from './documentProperties';

/** Collects the lines of a document until the text sample is full. */
export class LineCollector {
  public readonly lines: DocumentLine[] = [];
  private readonly _limit: number;
  private _text = '';
  private _style: string | undefined;
  private _length = 0;

  /** @param limit characters to collect */
  public constructor(limit: number) {
    this._limit = limit;
  }

  /** Whether the sample is full. */
  public get full(): boolean {
    return this._length >= this._limit;
  }

  /** Adds text to the current line. */
  public add(text: string): void {
    if (!this.full) {
      this._text += text.slice(0, this._limit - this._length);
      this._length += Math.min(text.length, this._limit - this._length);
    }
  }

  /** Names the style of the current line. */
  public style(name: string | undefined): void {
    this._style = name;
  }

  /** Ends the current line; one without text is dropped. */
  public endLine(): void {
    const text = this._text.replace(/\s+/g, ' ').trim();
    if (text !== '') {
      this.lines.push(this._style === undefined ? { text } : { text, style: this._style });
    }
    this._text = '';
    this._style = undefined;
  }
}
