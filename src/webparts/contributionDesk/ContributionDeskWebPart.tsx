import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import * as strings from 'ContributionDeskWebPartStrings';
import * as React from 'react';
import * as ReactDom from 'react-dom';
import { connectFromPage } from '../../site/connectFromPage';
import { openDelegateSite } from '../../site/delegateSite';
import type { DelegateSite } from '../../site/delegateSite';
import { DeskRoot } from './components/DeskRoot';

/** The desk on a SharePoint page or in a Teams tab. It has no settings: what a group decides stands on its site. */
export default class ContributionDeskWebPart extends BaseClientSideWebPart<Record<string, never>> {
  private site?: DelegateSite;
  private theme?: IReadonlyTheme;

  public override render(): void {
    const { web, cultureInfo } = this.context.pageContext;
    this.site ??= openDelegateSite(connectFromPage(web.absoluteUrl));
    ReactDom.render(
      <DeskRoot
        site={this.site}
        culture={cultureInfo.currentUICultureName}
        theme={this.theme}
        textsMissing={{ message: strings.TextsMissing, retry: strings.Retry }}
      />,
      this.domElement
    );
  }

  /** Called before the first `render`, and before another one whenever the host changes its theme. */
  protected override onThemeChanged(theme: IReadonlyTheme | undefined): void {
    this.theme = theme;
  }

  protected override onDispose(): void {
    ReactDom.unmountComponentAtNode(this.domElement);
  }
}
