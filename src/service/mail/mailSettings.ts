import type { SmtpServer } from './smtpTransport';

/** How e-mail is sent, and the address that it comes from. */
export type MailSettings =
  | { readonly transport: 'smtp'; readonly server: SmtpServer; readonly from: string }
  | { readonly transport: 'graph'; readonly graphUrl: string; readonly from: string };
