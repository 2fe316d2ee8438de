import * as fc from 'fast-check';
import { actIn } from '../../../src/bot/cardActs';
import { parseCommand } from '../../../src/bot/cards/cardCommand';
import { parseRefresh } from '../../../src/bot/cards/refresh';
import { parseFileSlot, parseReceiptRequest } from '../../../src/bot/receiptFile';
import { filesIn } from '../../../src/bot/receivedFile';
import { cardData } from '../cardData';
import { damagedValue } from '../hostile';
import type { FuzzTarget } from '../target';

/** What comes back from cards: ours or nothing, never an error. */
export const cardValues: FuzzTarget = {
  name: 'cardValues',
  cases: 110_000,
  open: () =>
    Promise.resolve({
      property: fc.property(damagedValue(cardData, 3), damagedValue(fc.constant([{ contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'a.docx', content: { downloadUrl: 'https://a.sharepoint.com/1' } }])), (value, attachments) => {
        for (const parse of [actIn, parseCommand, parseRefresh, parseReceiptRequest, parseFileSlot]) {
          parse(value);
        }
        filesIn({ attachments: attachments as never });
      })
    })
};
