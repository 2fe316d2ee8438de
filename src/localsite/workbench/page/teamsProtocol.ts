import type { ThemeName } from './workbenchState';

/** The name that Teams gives the frame around an app; by it SharePoint's own code knows that it is in Teams. */
export const teamsFrameName = 'embedded-page-container';

/** Whether this page is the app inside the frame. */
export function isInTeamsFrame(): boolean {
  return window.name === teamsFrameName && window.parent !== window;
}

const themeNames: Record<ThemeName, string> = { light: 'default', dark: 'dark', contrast: 'contrast' };

/** The capabilities that this client claims to have, in the form of the SDK's `runtime`. */
const runtime = { apiVersion: 4, isLegacyTeams: false, hostVersionsInfo: {}, supports: { pages: { currentApp: {}, tabs: {}, config: {}, backStack: {} } } };
const supportedSdkVersion = '2.36.0';

/** What the app asked of Teams, as it stands in the message. */
export interface TeamsCall {
  readonly func: string;
  readonly args: readonly unknown[];
}

interface Request extends TeamsCall {
  readonly id: number;
  readonly uuidAsString?: string;
}

/** What Teams knows and tells an app. */
export interface TeamsFacts {
  readonly user: string;
  readonly locale: string;
  readonly theme: ThemeName;
  readonly isPersonal: boolean;
  readonly part: string;
}

/** Calls that every app makes and that tell nothing about this one. */
const ofEveryApp = ['initialize', 'getContext', 'registerHandler', 'appInitialization.appLoaded'];

/**
 * The client's side of the messages between Teams and the frame of an app, as far as this project's app uses them. The
 * app's side is Microsoft's own SDK, which takes messages from its own origin; `@microsoft/teams-js-mock` replaces the
 * SDK's functions instead, and Microsoft's own test hosts are not published.
 * Source of the messages: `internal/communication` and the modules of `public` in `@microsoft/teams-js`.
 */
export class TeamsClient {
  private facts: TeamsFacts;

  public constructor(
    private readonly frame: () => Window | null,
    facts: TeamsFacts,
    private readonly onCall: (call: TeamsCall) => void
  ) {
    this.facts = facts;
  }

  /** Answers the frame until the function that it gives is called. */
  public listen(): () => void {
    const listener = ({ source, origin, data }: MessageEvent<Request>): void => {
      if (source === this.frame() && origin === window.location.origin && typeof data?.func === 'string') {
        this.take(data);
      }
    };
    window.addEventListener('message', listener);
    return () => window.removeEventListener('message', listener);
  }

  /** Tells the app of another theme. */
  public changeTheme(theme: ThemeName): void {
    this.facts = { ...this.facts, theme };
    this.post({ func: 'themeChange', args: [themeNames[theme]] });
  }

  /** Somebody follows a link to another part of the tab while it is open: it gets the focus, and the context is another one. */
  public openPart(part: string): void {
    this.facts = { ...this.facts, part };
    this.frame()?.focus();
  }

  private take({ id, uuidAsString, func, args }: Request): void {
    const answer = this.answerTo(func);
    if (answer !== undefined) {
      this.post({ id, uuidAsString, args: answer });
    }
    if (!ofEveryApp.includes(func)) {
      this.onCall({ func, args: args ?? [] });
    }
  }

  private answerTo(func: string): readonly unknown[] | undefined {
    switch (func) {
      case 'initialize':
        return ['content', 'web', JSON.stringify(runtime), supportedSdkVersion];
      case 'getContext':
        return [this.context()];
      case 'executeDeepLink':
        return [true];
      default:
        return undefined;
    }
  }

  /** In the flat form that Teams sends and the SDK turns into its own. */
  private context(): Record<string, unknown> {
    const { user, locale, theme, isPersonal, part } = this.facts;
    return {
      locale,
      theme: themeNames[theme],
      entityId: 'desk',
      subEntityId: part,
      frameContext: 'content',
      hostName: 'Teams',
      hostClientType: 'web',
      sessionId: 'local',
      userObjectId: '00000000-0000-0000-0000-000000000000',
      userPrincipalName: user,
      ...(isPersonal ? {} : { channelId: '19:local@thread.tacv2', channelName: 'General', teamId: '19:team@thread.tacv2', teamName: 'Working group' })
    };
  }

  private post(message: object): void {
    this.frame()?.postMessage(message, window.location.origin);
  }
}
