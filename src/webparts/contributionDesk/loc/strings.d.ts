declare interface ContributionDeskWebPartStrings {
  TextsMissing: string;
  Retry: string;
}

declare module 'ContributionDeskWebPartStrings' {
  const strings: ContributionDeskWebPartStrings;
  export = strings;
}
