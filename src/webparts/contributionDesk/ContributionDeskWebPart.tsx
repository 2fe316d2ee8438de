import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import * as strings from 'ContributionDeskWebPartStrings';
import * as React from 'react';
import * as ReactDom from 'react-dom';
import { connectFromPage } from '../../site/connectFromPage';
import type { SiteConnection } from '../../site/connection';
import { DeskRoot } from './components/DeskRoot';
import type { DeskHost } from './host/deskHost';
import { pageHost } from './host/pageHost';

/** The desk on a SharePoint page or in a Teams tab. It has no settings: what a group decides stands on its site. */
export default class ContributionDeskWebPart extends BaseClientSideWebPart<Record<string, never>> {
  private connection?: SiteConnection;
  private host: DeskHost = pageHost();
  private pageTheme?: IReadonlyTheme;
  private teamsTheme?: IReadonlyTheme;

  protected override async onInit(): Promise<void> {
    const { microsoftTeams } = this.context.sdks;
    if (microsoftTeams === undefined) {
      return;
    }
    try {
      const { openTeamsHost } = await import(/* webpackChunkName: 'teams' */ './teams/teamsHost');
      const host = await openTeamsHost(microsoftTeams.teamsJs, this.context.pageContext.web.absoluteUrl);
      host.followTheme((theme) => {
        this.teamsTheme = theme;
        if (this.renderedOnce) {
          this.render();
        }
      });
      this.host = host;
    } catch {
      // The desk is then as it is on a page, which is better than none.
    }
  }

  /** Draws the desk into the element that the page gives it; called again by the page and when Teams changes its theme. */
  public override render(): void {
    const { web, cultureInfo } = this.context.pageContext;
    this.connection ??= connectFromPage(web.absoluteUrl);
    ReactDom.render(
      <DeskRoot
        connection={this.connection}
        host={this.host}
        culture={this.host.culture ?? cultureInfo.currentUICultureName}
        theme={this.teamsTheme ?? this.pageTheme}
        textsMissing={{ message: strings.TextsMissing, retry: strings.Retry }}
      />,
      this.domElement
    );
  }

  /** Called before the first `render`, and before another one whenever the host changes its theme. */
  protected override onThemeChanged(theme: IReadonlyTheme | undefined): void {
    this.pageTheme = theme;
  }

  protected override onDispose(): void {
    ReactDom.unmountComponentAtNode(this.domElement);
  }
}
