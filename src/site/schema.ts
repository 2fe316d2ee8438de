import { DOC_STATUSES, PART_KINDS, PURPOSES, STANDINGS } from '../rules/contribution';
import { DECISION_KINDS } from '../rules/decision';
import { LANGUAGES } from '../rules/language';
import { REQUEST_STATUSES } from '../rules/languageRequest';
import { LANGUAGE_FUNDS, MEETING_STATUSES } from '../rules/meeting';
import { DOCUMENT_PARTS, DOCUMENT_SERIES } from '../rules/numbering';
import { REGIONS } from '../rules/participation';
import { SKIP_REASONS } from '../rules/reminderPlan';
import { POSTING_MODES } from '../rules/reminderSettings';
import { TRANSLATION_STATUSES } from '../rules/translation';

/** A column of a list. Names are SharePoint's internal names. */
export type ColumnSchema = {
  readonly name: string;
  readonly indexed?: boolean;
  /** Values are unique in the list; implies an index. */
  readonly unique?: boolean;
  readonly description: string;
} & (
  | { readonly type: 'text' }
  | { readonly type: 'note' }
  | { readonly type: 'number' }
  | { readonly type: 'boolean'; readonly defaultValue?: boolean }
  /** A calendar date in the group's zone, without a time. */
  | { readonly type: 'date' }
  /** An instant. */
  | { readonly type: 'dateTime' }
  | { readonly type: 'choice'; readonly choices: readonly string[]; readonly defaultValue?: string }
);

/** Who may do what in a list, beyond the secretariat and the service, who have full control. */
export type ListAccess =
  /** Members read; delegates add and change. */
  | 'delegatesContribute'
  /** Members read; only the secretariat changes. */
  | 'membersRead'
  /** Only the secretariat and the service see it. */
  | 'secretariatOnly';

/** A list or document library of the group's site. */
export interface ListSchema {
  readonly title: string;
  readonly kind: 'list' | 'library';
  readonly description: string;
  readonly access: ListAccess;
  readonly columns: readonly ColumnSchema[];
}

/** Whether a channel gets reminders. */
export const CHANNEL_STATUSES = ['active', 'paused', 'closed'] as const;
/** How far a reminder got. */
export const REMINDER_STATUSES = ['claimed', 'sending', 'posted', 'skipped', 'failed'] as const;
/** Whether a person can be told something in their chat with the bot. */
export const CHAT_STATUSES = ['active', 'closed'] as const;
/** What an author is told of: something is missing, or the standing changed. */
export const NOTICE_KINDS = ['attention', 'standing'] as const;
/** How far a notice to an author got. */
export const NOTICE_STATUSES = ['due', 'claimed', 'posted', 'skipped'] as const;
/** How far an order of the secretariat to post a reminder before its time got. */
export const ORDER_STATUSES = ['wanted', 'done', 'refused'] as const;
/**
 * Why an order was refused: besides the reasons for which a reminder is skipped, that whoever gave it does not belong to the
 * secretariat, that the plan has no such reminder, that nobody gets it, or that all reminders are paused.
 */
export const ORDER_REFUSALS = [...SKIP_REASONS, 'notSecretariat', 'notPlanned', 'nobody', 'paused'] as const;
/** The regional telecommunication organizations. */
export const REGIONAL_ORGANIZATIONS = ['ATU', 'CITEL', 'LAS', 'APT', 'RCC', 'CEPT'] as const;
/** What a row of the language requests may say: besides what a request says, that it does not count. */
export const REQUEST_ROW_STATUSES = [...REQUEST_STATUSES, 'refused'] as const;
/** The offices of the group. */
export const OFFICE_KINDS = ['chair', 'viceChair'] as const;
/** Kinds of members. */
export const DELEGATION_TYPES = ['memberState', 'sectorMember', 'regionalOrganization'] as const;

const quietHours = [
  { name: 'QuietFrom', type: 'text', description: "From when on nothing is posted, by the clock of the group's zone, e.g. 22:00; empty for no quiet hours" },
  { name: 'QuietTo', type: 'text', description: 'Until when nothing is posted, e.g. 07:00' }
] as const satisfies readonly ColumnSchema[];

const posting = [
  ...quietHours,
  { name: 'PostingMode', type: 'choice', choices: POSTING_MODES, defaultValue: 'single', description: 'Each thing when it happens (single), or everything of a day in one message in the morning (daily)' },
  { name: 'SubscribedAt', type: 'dateTime', description: 'Since when it gets what it gets: nothing that happened before is told' },
  { name: 'KindsAddedAt', type: 'text', description: 'Kinds that were chosen later than the others, each with when, e.g. published=2026-09-01T08:00:00Z; set by the service' }
] as const satisfies readonly ColumnSchema[];

const meetingId = {
  name: 'MeetingId',
  type: 'number',
  indexed: true,
  description: 'The id of the meeting in the Meetings list'
} as const satisfies ColumnSchema;

/**
 * The lists of the group's site, the single source of truth. Provisioning makes them, the collections beside this
 * file read and write them; nothing else names a list or a column. Version history is on for every list: it is the
 * audit trail.
 */
export const SITE_SCHEMA = {
  meetings: {
    title: 'Meetings',
    kind: 'list',
    description: "The group's meetings with their dates and agreed deadlines",
    access: 'membersRead',
    columns: [
      { name: 'MeetingStart', type: 'date', indexed: true, description: 'First day (day 0 of every deadline)' },
      { name: 'MeetingEnd', type: 'date', description: 'Last day' },
      { name: 'Statutory', type: 'boolean', defaultValue: false, description: 'A statutory meeting has no threshold for interpretation' },
      { name: 'AgreedDeadline', type: 'date', description: 'Last day for contributions that the group agreed, if it did' },
      { name: 'LanguageFunds', type: 'choice', choices: LANGUAGE_FUNDS, defaultValue: 'unknown', description: 'Funds for interpretation' },
      { name: 'MeetingStatus', type: 'choice', choices: MEETING_STATUSES, defaultValue: 'planned', description: 'State of the meeting' },
      { name: 'JoinUrl', type: 'text', description: 'Address of the virtual meeting' }
    ]
  },
  contributions: {
    title: 'Contributions',
    kind: 'library',
    description: 'Every document of the group',
    access: 'delegatesContribute',
    columns: [
      meetingId,
      { name: 'DocSeries', type: 'choice', choices: DOCUMENT_SERIES, description: 'The series in which it is numbered' },
      { name: 'PartOf', type: 'number', indexed: true, description: 'The id of the document that it revises, adds to, corrects, translates or replaces' },
      { name: 'PartKind', type: 'choice', choices: PART_KINDS, description: 'What it is to that document' },
      { name: 'PartCount', type: 'number', description: 'The count of its kind, e.g. 1 for Rev.1' },
      { name: 'PublishedAt', type: 'dateTime', description: 'When it was published' },
      { name: 'DocNumber', type: 'number', indexed: true, description: 'Number within the group; never given twice' },
      { name: 'DocSymbol', type: 'text', indexed: true, description: 'Symbol, e.g. TDAG-WG-SOP/5(Rev.1)-F' },
      { name: 'Source', type: 'text', indexed: true, description: 'The entity represented' },
      { name: 'OriginalLanguage', type: 'choice', choices: LANGUAGES, description: 'Language of the original' },
      { name: 'SuppliedLanguages', type: 'text', description: 'Further languages supplied by the author, separated by commas' },
      { name: 'Topic', type: 'text', description: 'Topic or agenda item' },
      { name: 'Purpose', type: 'choice', choices: PURPOSES, description: 'For action, for information or liaison statement' },
      { name: 'ActionRequired', type: 'note', description: 'What the meeting is asked to do' },
      { name: 'Abstract', type: 'note', description: 'Summary' },
      { name: 'ReceivedAt', type: 'dateTime', indexed: true, description: 'When the library received the file; set by the service' },
      { name: 'PublicationDue', type: 'date', indexed: true, description: 'Last day for publication; set by the service' },
      { name: 'Standing', type: 'choice', choices: STANDINGS, indexed: true, description: 'What the deadlines make of it; set by the service' },
      { name: 'DocStatus', type: 'choice', choices: DOC_STATUSES, indexed: true, description: "State in the secretariat's work" },
      { name: 'Findings', type: 'note', description: 'What the check found (JSON); set by the service' },
      { name: 'Sha256', type: 'text', indexed: true, description: 'Fingerprint of the content; set by the service' }
    ]
  },
  numbers: {
    title: 'Numbers',
    kind: 'list',
    description: 'Every number that was ever given; a number is never given twice',
    access: 'membersRead',
    columns: [
      { name: 'NumberKey', type: 'text', unique: true, description: 'Series, number and part, e.g. document/5 or document/5/revision/1' },
      { name: 'NumberSeries', type: 'choice', choices: DOCUMENT_SERIES, indexed: true, description: 'The series' },
      { name: 'NumberValue', type: 'number', indexed: true, description: 'The number' },
      { name: 'PartKind', type: 'choice', choices: DOCUMENT_PARTS, description: 'What it is to the document that the number was given to first' },
      { name: 'PartCount', type: 'number', description: 'The count of its kind, e.g. 1 for Rev.1' },
      { name: 'ContributionId', type: 'number', indexed: true, description: 'The id of the document in the Contributions library' }
    ]
  },
  decisions: {
    title: 'Decisions',
    kind: 'list',
    description: "The secretariat's and the chair's decisions with their reasons; who and when is the item's own record",
    access: 'membersRead',
    columns: [
      { name: 'DecisionKind', type: 'choice', choices: DECISION_KINDS, indexed: true, description: 'What was decided' },
      meetingId,
      { name: 'ContributionId', type: 'number', indexed: true, description: 'The id of the document in the Contributions library' },
      { name: 'Reason', type: 'note', description: 'Why' },
      { name: 'Effect', type: 'note', description: 'What it changed (JSON)' }
    ]
  },
  languageRequests: {
    title: 'LanguageRequests',
    kind: 'list',
    description: 'Requests for interpretation',
    access: 'delegatesContribute',
    columns: [
      meetingId,
      { name: 'Language', type: 'choice', choices: LANGUAGES, indexed: true, description: 'The language asked for' },
      { name: 'Delegation', type: 'text', indexed: true, description: 'The delegation that asks' },
      { name: 'RequestedBy', type: 'text', description: 'Who asked on its behalf' },
      { name: 'RequestedAt', type: 'dateTime', description: 'When it was asked' },
      { name: 'RequestStatus', type: 'choice', choices: REQUEST_ROW_STATUSES, defaultValue: 'active', description: 'Whether it still stands; refused when nobody who may speak for the delegation asked' },
      { name: 'RequestKey', type: 'text', unique: true, description: 'Meeting, language and delegation' }
    ]
  },
  translations: {
    title: 'Translations',
    kind: 'list',
    description: 'Language versions of documents',
    access: 'membersRead',
    columns: [
      { name: 'TranslationKey', type: 'text', unique: true, description: 'Document and language' },
      { name: 'ContributionId', type: 'number', indexed: true, description: 'The id of the document in the Contributions library' },
      { name: 'Language', type: 'choice', choices: LANGUAGES, indexed: true, description: 'Language of the version' },
      {
        name: 'TranslationStatus',
        type: 'choice',
        choices: TRANSLATION_STATUSES,
        indexed: true,
        description: 'State of the version'
      },
      { name: 'DueDate', type: 'date', indexed: true, description: 'Last day for it' },
      { name: 'TranslatedFileRef', type: 'text', description: 'Address of the file within the site; FileRef is a name of SharePoint itself' }
    ]
  },
  channels: {
    title: 'Channels',
    kind: 'list',
    description: 'Teams channels in which the bot is installed, and mailing addresses',
    access: 'secretariatOnly',
    columns: [
      { name: 'ConversationKey', type: 'text', unique: true, description: "The conversation's id in Teams, or mailto: and an e-mail address" },
      { name: 'Reference', type: 'note', description: 'Conversation reference (JSON); may be empty for an e-mail address' },
      { name: 'ChannelLanguage', type: 'choice', choices: LANGUAGES, defaultValue: 'en', description: 'Language of its reminders' },
      { name: 'ReminderKinds', type: 'text', description: 'Kinds of reminders it wants, separated by commas; empty for all, attention only when it is named' },
      ...posting,
      { name: 'ChannelStatus', type: 'choice', choices: CHANNEL_STATUSES, defaultValue: 'active', indexed: true, description: 'Whether it gets reminders' },
      { name: 'ClosedAt', type: 'dateTime', description: 'When the service closed it, because the bot was removed or Teams lets it post there no longer' }
    ]
  },
  reminders: {
    title: 'Reminders',
    kind: 'list',
    description: 'What was posted where, and what was skipped',
    access: 'secretariatOnly',
    columns: [
      { name: 'ReminderKey', type: 'text', unique: true, description: 'Meeting, deadlines, date, step and channel' },
      { name: 'ReminderKind', type: 'text', description: 'The deadlines it is about' },
      meetingId,
      { name: 'DueAt', type: 'dateTime', indexed: true, description: 'When it was to be posted' },
      {
        name: 'ReminderStatus',
        type: 'choice',
        choices: REMINDER_STATUSES,
        defaultValue: 'claimed',
        indexed: true,
        description: 'How far it got'
      },
      { name: 'SkipReason', type: 'choice', choices: SKIP_REASONS, description: 'Why it was not posted, if it was skipped' },
      { name: 'ReminderPlace', type: 'text', indexed: true, description: 'Meeting and channel, by which what was told there is found' },
      { name: 'AnnouncedDate', type: 'date', description: 'The last day that it tells; empty in a correction that tells of none' },
      { name: 'PostedAt', type: 'dateTime', description: 'When Teams took it' },
      { name: 'ActivityId', type: 'text', indexed: true, description: "The post's id in Teams" },
      { name: 'ClaimToken', type: 'text', description: 'Who claimed it, so that a repeated claim recognises itself' },
      { name: 'Attempts', type: 'number', description: 'How often it was tried' }
    ]
  },
  postOrders: {
    title: 'PostOrders',
    kind: 'list',
    description: "The secretariat's orders to post a reminder before its time; who and when is the item's own record",
    access: 'secretariatOnly',
    columns: [
      { name: 'OrderKey', type: 'text', unique: true, description: 'The planned reminder, to whom, and the count of the order' },
      { name: 'PlannedReminder', type: 'text', description: 'The planned reminder: meeting, deadlines, date and step' },
      meetingId,
      { name: 'OrderStatus', type: 'choice', choices: ORDER_STATUSES, defaultValue: 'wanted', indexed: true, description: 'How far it got; set by the service' },
      { name: 'RefusalReason', type: 'choice', choices: ORDER_REFUSALS, description: 'Why it is not carried out; set by the service' }
    ]
  },
  personalChats: {
    title: 'PersonalChats',
    kind: 'list',
    description: 'People who talk to the bot, so that it can tell them of their documents',
    access: 'secretariatOnly',
    columns: [
      { name: 'PersonKey', type: 'text', unique: true, description: "The person's id in the directory" },
      { name: 'PersonEmail', type: 'text', indexed: true, description: 'Address as the directory says it, in small letters' },
      { name: 'Reference', type: 'note', description: 'Conversation reference (JSON)' },
      { name: 'ChatLanguage', type: 'choice', choices: LANGUAGES, defaultValue: 'en', description: 'Language of what the person is told' },
      { name: 'LanguageChosen', type: 'boolean', defaultValue: false, description: 'Whether the person chose it; otherwise it follows Teams' },
      { name: 'ChatStatus', type: 'choice', choices: CHAT_STATUSES, defaultValue: 'active', indexed: true, description: 'Whether the person can be told' },
      { name: 'ChatReminders', type: 'boolean', defaultValue: false, indexed: true, description: 'Whether the person wants reminders of deadlines' },
      { name: 'ReminderKinds', type: 'text', description: 'Kinds of reminders they want, separated by commas; empty for all' },
      { name: 'ReminderLanguage', type: 'choice', choices: LANGUAGES, description: 'Language of their reminders' },
      ...posting
    ]
  },
  authorNotices: {
    title: 'AuthorNotices',
    kind: 'list',
    description: 'What the authors of documents are to be told, and what they were told',
    access: 'secretariatOnly',
    columns: [
      { name: 'NoticeKey', type: 'text', unique: true, description: 'Document, kind and what it is about' },
      { name: 'NoticeKind', type: 'choice', choices: NOTICE_KINDS, description: 'What it is about' },
      { name: 'NoticeDetail', type: 'note', description: 'What it says (JSON)' },
      { name: 'ContributionId', type: 'number', indexed: true, description: 'The id of the document in the Contributions library' },
      { name: 'AuthorEmail', type: 'text', indexed: true, description: 'Who is to be told, in small letters' },
      { name: 'NoticeStatus', type: 'choice', choices: NOTICE_STATUSES, defaultValue: 'due', indexed: true, description: 'How far it got' },
      { name: 'PostedAt', type: 'dateTime', description: 'When Teams took it' },
      { name: 'ActivityId', type: 'text', indexed: true, description: "The post's id in Teams" },
      { name: 'ClaimToken', type: 'text', description: 'Who claimed it, so that a repeated claim recognises itself' }
    ]
  },
  delegations: {
    title: 'Delegations',
    kind: 'list',
    description: 'Member States and entities with their regions',
    access: 'membersRead',
    columns: [
      { name: 'Region', type: 'choice', choices: REGIONS, indexed: true, description: 'Region of the ITU' },
      { name: 'RegionalOrganization', type: 'choice', choices: REGIONAL_ORGANIZATIONS, description: 'Regional organization it belongs to, if it does' },
      { name: 'DelegationType', type: 'choice', choices: DELEGATION_TYPES, description: 'Kind of member' },
      { name: 'Representatives', type: 'note', description: 'Addresses of those who may speak for it, separated by commas' },
      { name: 'Coordinator', type: 'text', description: 'Coordinator named by the regional organization, where one is' },
      { name: 'CoordinatorSince', type: 'date', description: 'Since when' },
      { name: 'CoordinatorLetter', type: 'text', description: 'The letter that named the coordinator' }
    ]
  },
  offices: {
    title: 'Offices',
    kind: 'list',
    description: 'The chair and the vice-chairs by their offices, two vice-chairs a region',
    access: 'membersRead',
    columns: [
      { name: 'OfficeKind', type: 'choice', choices: OFFICE_KINDS, description: 'Chair or vice-chair' },
      { name: 'Region', type: 'choice', choices: REGIONS, indexed: true, description: 'Region of the ITU' }
    ]
  },
  savedViews: {
    title: 'SavedViews',
    kind: 'list',
    description: "The secretariat's own ways to look at the library: filters, order, groups and columns under a name",
    access: 'secretariatOnly',
    columns: [
      { name: 'ViewKey', type: 'text', unique: true, description: 'Whose it is, or shared, and its name' },
      { name: 'ViewOwner', type: 'text', indexed: true, description: 'The address of the person whose it is, in small letters; empty when all share it' },
      { name: 'ViewContent', type: 'note', description: 'What it shows (JSON)' }
    ]
  },
  deskState: {
    title: 'DeskState',
    kind: 'list',
    description: 'Where the service left off: change tokens and the like',
    access: 'secretariatOnly',
    columns: [
      { name: 'StateKey', type: 'text', unique: true, description: 'What it is' },
      { name: 'StateValue', type: 'note', description: 'Its value' },
      { name: 'StateItem', type: 'number', indexed: true, description: 'The id of the document in the Contributions library that it is about, if it is' }
    ]
  }
} as const satisfies Record<string, ListSchema>;

/** The groups of people on the site. Roles come from them and from nowhere else. */
export const SITE_GROUPS = {
  secretariat: 'Secretariat',
  delegates: 'Delegates',
  members: 'Members'
} as const;

/** Where provisioning publishes the group's configuration, relative to the site. */
export const CONFIGURATION_FILE = { library: 'DeskConfiguration', name: 'working-group.json' } as const;
