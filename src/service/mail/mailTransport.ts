import type { PostOutcome } from '../../bot/proactive';
import type { MailMessage } from './mailMessage';

/** The way that e-mail leaves by. */
export interface MailTransport {
  /**
   * Sends a message, once. It never throws and never tries again by itself: the caller has recorded the attempt and
   * decides.
   */
  send(message: MailMessage): Promise<PostOutcome>;
}

/**
 * When a message is tried again that was refused for good. Only people mend that, in the settings of a list or of a
 * mailbox, and mail servers think the less of a sender the more often it comes back.
 */
export const REFUSED_PAUSE_SECONDS = 6 * 3600;
