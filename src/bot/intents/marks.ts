/** What stands in a question in the place of what differs from one to the next. */
export const MARKS = {
  day: 'daymark',
  past: 'pastmark',
  future: 'futuremark',
  language: 'languagemark',
  region: 'regionmark',
  document: 'documentmark',
  title: 'titlemark'
} as const;
