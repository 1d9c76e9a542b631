import { type DemoComponent, lowerFirst, placesOf, snake } from './component.ts'
import { beanName, rightOf } from './descriptor.ts'

function manageTemplate(c: DemoComponent): string {
  const { keys, web } = placesOf(c)
  const s = snake(c.entity)
  return `<@pageContainer>
<@pageColumn>
<@pageHeader title='#i18n{${keys}.manage_${s}s.title}'>
<@aButton href='jsp/admin/${web}/Manage${c.entity}s.jsp?view=create${c.entity}' title='#i18n{${keys}.manage_${s}s.buttonAdd}' />
</@pageHeader>
<#if ${s}_list?size gt 0>
<@table>
<#list ${s}_list as ${s}>
<@tr>
<@td>\${${s}.title!}</@td>
<@td><@aButton href='jsp/admin/${web}/Manage${c.entity}s.jsp?action=remove${c.entity}&id=\${${s}.id}' title='#i18n{${keys}.button.remove}' /></@td>
</@tr>
</#list>
</@table>
<#else>
<@alert>#i18n{${keys}.manage_${s}s.labelEmpty}</@alert>
</#if>
</@pageColumn>
</@pageContainer>
`
}

function createTemplate(c: DemoComponent): string {
  const { keys, web } = placesOf(c)
  const s = snake(c.entity)
  const rows = c.fields
    .map(
      (
        f,
      ) => `<@formGroup labelFor='${f.name}' labelKey='#i18n{${keys}.model.entity.${s}.attribute.${f.name}}' mandatory=true>
<@input type='text' name='${f.name}' id='${f.name}' value='\${${s}.${f.name}!}' />
</@formGroup>
`,
    )
    .join('')
  return `<@pageContainer>
<@pageColumn>
<@pageHeader title='#i18n{${keys}.create_${s}.title}' />
<@tform action='jsp/admin/${web}/Manage${c.entity}s.jsp'>
<@messages errors=errors />
${rows}<@button type='submit' name='action_create${c.entity}' title='#i18n{${keys}.button.save}' />
</@tform>
</@pageColumn>
</@pageContainer>
`
}

function publicTemplate(c: DemoComponent): string {
  const { keys } = placesOf(c)
  const s = snake(c.entity)
  return `<section class='container'>
<h1>#i18n{${keys}.xpage.title}</h1>
<p>#i18n{${keys}.xpage.intro}</p>
<ul>
<#list ${s}_list as ${s}>
<li>\${${s}.title!}</li>
</#list>
</ul>
</section>
`
}

function adminPage(c: DemoComponent): string {
  const bean = beanName(c)
  if (c.line === 'v8') {
    return `<%@ page errorPage="../../../ErrorPage.jsp" %>
\${ ${bean}.init( pageContext.request, '${rightOf(c)}' ) }
\${ pageContext.setAttribute( 'strContent', ${bean}.processController( pageContext.request, pageContext.response ) ) }
\${ pageContext.getAttribute( 'strContent' ) }
`
  }
  return `<%@ page errorPage="../../../ErrorPage.jsp" %>
<jsp:useBean id="${bean}" scope="session" class="${placesOf(c).package}.web.${c.entity}JspBean" />
<% ${bean}.init( request, "${rightOf(c)}" ); %>
<%= ${bean}.processController( request, response ) %>
`
}

/** The Spring context of a component of the older generation. */
export function contextFile(c: DemoComponent): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<beans xmlns="http://www.springframework.org/schema/beans" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.springframework.org/schema/beans http://www.springframework.org/schema/beans/spring-beans.xsd">
    <bean id="${c.short}.${lowerFirst(c.entity)}DAO" class="${placesOf(c).package}.business.${c.entity}DAO" />
</beans>
`
}

export function contextPath(c: DemoComponent): string {
  return `webapp/WEB-INF/conf/plugins/${c.short}_context.xml`
}

function adminPagePath(c: DemoComponent): string {
  return `webapp/jsp/admin/${placesOf(c).web}/Manage${c.entity}s.jsp`
}

const beans = `<?xml version="1.0" encoding="UTF-8"?>
<beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated" />
`

export function webappFiles(c: DemoComponent): Record<string, string> {
  const { web } = placesOf(c)
  const s = snake(c.entity)
  const templates = 'webapp/WEB-INF/templates'
  return {
    [`webapp/WEB-INF/conf/plugins/${c.short}.properties`]: `# ${c.title[1]}\n${c.short}.itemsPerPage=50\n${c.short}.page.title=${c.title[1]}\n`,
    [`${templates}/admin/${web}/manage_${s}s.html`]: manageTemplate(c),
    [`${templates}/admin/${web}/create_${s}.html`]: createTemplate(c),
    ...(c.kind === 'plugin' ? { [`${templates}/skin/${web}/home_${s}.html`]: publicTemplate(c) } : {}),
    [adminPagePath(c)]: adminPage(c),
    ...(c.line === 'v7' ? { [contextPath(c)]: contextFile(c) } : { 'src/main/resources/META-INF/beans.xml': beans }),
  }
}
