import { geneva } from '../support/meeting';
import { chooseDocument, fillForm, hostWebPart } from '../support/webPart';
import type { HostedWebPart } from '../support/webPart';

/** What is said before sending, at a time in Geneva, to a delegate in a zone. */
async function preview(at: string, purpose: string, timezoneId: string): Promise<string> {
  const webPart: HostedWebPart = await hostWebPart(geneva(at).toString());
  try {
    const page = await webPart.open('', { timezoneId });
    await chooseDocument(page, 'Proposal');
    await fillForm(page, 'Proposal');
    await page.getByLabel(purpose, { exact: true }).check();
    const notice = page.getByRole('status').filter({ hasText: 'If it arrives now' });
    await notice.waitFor();
    return (await notice.innerText()).replaceAll(/[⁨⁩]/g, '');
  } finally {
    await webPart.stop();
  }
}

describe('what is said before sending', () => {
  it("has the deadline in Geneva time and in the delegate's own, and says until when tomorrow changes nothing", async () => {
    const text = await preview('2020-08-10T09:00:00', 'For action', 'America/Havana');
    expect(text).toMatch(/Monday,? 17 August 2020, 23:59 \(Geneva time\)/);
    expect(text).toMatch(/Monday,? 17 August 2020, 17:59 in your time zone/);
    expect(text).toMatch(/Sent tomorrow: the same. It stays so until Monday,? 17 August 2020, 23:59 \(Geneva time\)/);
  });

  it('says what tomorrow changes and why, on the last day', async () => {
    const text = await preview('2020-08-17T09:00:00', 'For action', 'Europe/Paris');
    expect(text).toMatch(/Sent tomorrow: Delayed contribution. The deadline is Monday,? 17 August 2020, 23:59 \(Geneva time\)/);
    expect(text).not.toContain('in your time zone');
  });

  it('says that tomorrow changes nothing when every deadline has passed', async () => {
    const text = await preview('2020-09-25T09:00:00', 'For action', 'Asia/Tokyo');
    expect(text).toMatch(/Friday,? 18 September 2020, 23:59 \(Geneva time\)/);
    expect(text).toMatch(/Saturday,? 19 September 2020, 06:59 in your time zone/);
    expect(text).toContain('Sent tomorrow: the same.');
  });
});
