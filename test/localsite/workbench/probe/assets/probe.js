/* A web part in the form in which SPFx ships one. It writes down what its host tells it, one line a fact. */
define('7f0c3a6e-52d1-4a4b-9d0f-6a1c2b3d4e5f_1.0.0', [
  'react',
  '@microsoft/sp-webpart-base',
  '@microsoft/sp-core-library',
  '@microsoft/sp-component-base',
  '@microsoft/sp-property-pane',
  '@microsoft/sp-lodash-subset',
  'ProbeStrings'
], function (react, webPartBase, core, componentBase, propertyPane, lodash, strings) {
  class ProbeWebPart extends webPartBase.BaseClientSideWebPart {
    async onInit() {
      this.provider = this.context.serviceScope.consume(componentBase.ThemeProvider.serviceKey);
      this.lastWidth = 0;
      this.teamsUser = (await this.context.sdks.microsoftTeams?.teamsJs.app.getContext())?.user.userPrincipalName;
    }

    render() {
      const { web, user, cultureInfo, legacyPageContext } = this.context.pageContext;
      const facts = {
        greeting: strings.greeting,
        react: react.version,
        web: [web.title, web.serverRelativeUrl, web.absoluteUrl === legacyPageContext.webAbsoluteUrl].join(' '),
        user: [user.displayName, user.email, user.loginName].join(' '),
        culture: [cultureInfo.currentUICultureName, cultureInfo.isRightToLeft].join(' '),
        background: this.provider.tryGetTheme().semanticColors.bodyBackground,
        inverted: this.theme.isInverted,
        teams: this.teamsUser ?? 'none',
        mode: core.DisplayMode[this.displayMode],
        width: this.lastWidth || this.width,
        properties: JSON.stringify(lodash.cloneDeep(this.properties)),
        renderedOnce: this.renderedOnce
      };
      this.domElement.replaceChildren(
        ...Object.entries(facts).map(([name, value]) => {
          const line = document.createElement('div');
          line.dataset.fact = name;
          line.textContent = value;
          return line;
        })
      );
      const configure = document.createElement('button');
      configure.textContent = 'Configure';
      configure.onclick = () => this.context.propertyPane.open();
      this.domElement.append(configure);
    }

    onThemeChanged(theme) {
      this.theme = theme;
    }

    onAfterResize(width) {
      this.lastWidth = width;
      this.render();
    }

    getPropertyPaneConfiguration() {
      const { PropertyPaneTextField, PropertyPaneDropdown, PropertyPaneToggle } = propertyPane;
      return {
        pages: [
          {
            header: { description: 'What the probe shows' },
            groups: [
              {
                groupName: 'Display',
                groupFields: [
                  PropertyPaneTextField('heading', { label: 'Heading' }),
                  PropertyPaneDropdown('size', { label: 'Size', options: [{ key: 's', text: 'Small' }, { key: 'l', text: 'Large' }] }),
                  PropertyPaneToggle('quiet', { label: 'Quiet' })
                ]
              }
            ]
          }
        ]
      };
    }
  }
  return { default: ProbeWebPart };
});
