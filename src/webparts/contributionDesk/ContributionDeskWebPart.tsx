import * as React from 'react';
import * as ReactDom from 'react-dom';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import * as strings from 'ContributionDeskWebPartStrings';

export default class ContributionDeskWebPart extends BaseClientSideWebPart<{}> {
  public override render(): void {
    ReactDom.render(<p>{strings.PropertyPaneDescription} {this.context.pageContext.web.absoluteUrl}</p>, this.domElement);
  }

  protected override onDispose(): void {
    ReactDom.unmountComponentAtNode(this.domElement);
  }
}
