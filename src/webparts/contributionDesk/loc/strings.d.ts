declare interface ContributionDeskWebPartStrings {
  PropertyPaneDescription: string;
}

declare module 'ContributionDeskWebPartStrings' {
  const strings: ContributionDeskWebPartStrings;
  export = strings;
}
