define([], function () {
  return {
    PropertyPaneDescription: 'Contribution Desk'
  };
});
