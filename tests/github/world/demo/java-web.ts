import { type DemoComponent, lowerFirst, placesOf, snake } from './component.ts'
import { beanName, rightOf } from './descriptor.ts'
import { javaFile } from './java-source.ts'

/** Pages of the newer generation are given their model, those of the older one ask for it. */
function injectedModel(isCdi: boolean): string {
  return isCdi ? '    @Inject\n    private Models _models;\n\n' : ''
}

function ownModel(isCdi: boolean): string {
  return isCdi ? '' : '        Map<String, Object> model = getModel( );\n'
}

/** The administration bean; with `usesDao` it goes round service and Home, which the platform forbids. */
export function jspBeanFile(c: DemoComponent, usesDao = false): string {
  const e = c.entity
  const v = lowerFirst(e)
  const s = snake(e)
  const { package: base, web, keys } = placesOf(c)
  const isCdi = c.line === 'v8'
  const model = isCdi ? '_models' : 'model'
  const scope = isCdi ? `@SessionScoped\n@Named( "${beanName(c)}" )\n` : ''
  const load = usesDao ? `new ${e}DAO( ).selectAll( null )` : `${e}Home.findAll( )`
  const path = `admin/${web}`
  return javaFile(c, 'web', {
    imports: [
      `${base}.business.${e}`,
      `${base}.business.${e}Home`,
      ...(usesDao ? [`${base}.business.${e}DAO`] : []),
      'fr.paris.lutece.portal.util.mvc.admin.MVCAdminJspBean',
      'fr.paris.lutece.portal.util.mvc.admin.annotations.Controller',
      'fr.paris.lutece.portal.util.mvc.commons.annotations.Action',
      'fr.paris.lutece.portal.util.mvc.commons.annotations.View',
      ...(isCdi
        ? [
            'fr.paris.lutece.portal.web.cdi.mvc.Models',
            'jakarta.enterprise.context.SessionScoped',
            'jakarta.inject.Inject',
            'jakarta.inject.Named',
            'jakarta.servlet.http.HttpServletRequest',
          ]
        : ['java.util.Map', 'javax.servlet.http.HttpServletRequest']),
    ],
    body: `/**
 * Administration pages of ${c.title[1].toLowerCase()}.
 */
${scope}@Controller( controllerJsp = "Manage${e}s.jsp", controllerPath = "jsp/${path}/", right = "${rightOf(c)}" )
public class ${e}JspBean extends MVCAdminJspBean
{
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE_MANAGE_${s.toUpperCase()}S = "/${path}/manage_${s}s.html";
    private static final String TEMPLATE_CREATE_${s.toUpperCase()} = "/${path}/create_${s}.html";
    private static final String PROPERTY_PAGE_TITLE_MANAGE = "${keys}.manage_${s}s.title";
    private static final String PROPERTY_PAGE_TITLE_CREATE = "${keys}.create_${s}.title";
    private static final String MARK_LIST = "${s}_list";
    private static final String MARK_ENTRY = "${s}";
    private static final String PARAMETER_ID = "id";
    private static final String VIEW_MANAGE = "manage${e}s";
    private static final String VIEW_CREATE = "create${e}";
    private static final String ACTION_CREATE = "create${e}";
    private static final String ACTION_REMOVE = "remove${e}";
    private static final String INFO_CREATED = "${keys}.info.${s}.created";
    private static final String INFO_REMOVED = "${keys}.info.${s}.removed";

${injectedModel(isCdi)}    private ${e} _${v};

    @View( value = VIEW_MANAGE, defaultView = true )
    public String getManage${e}s( HttpServletRequest request )
    {
${ownModel(isCdi)}        ${model}.put( MARK_LIST, ${load} );
        return getPage( PROPERTY_PAGE_TITLE_MANAGE, TEMPLATE_MANAGE_${s.toUpperCase()}S, ${model} );
    }

    @View( VIEW_CREATE )
    public String getCreate${e}( HttpServletRequest request )
    {
        _${v} = new ${e}( );
${ownModel(isCdi)}        ${model}.put( MARK_ENTRY, _${v} );
        return getPage( PROPERTY_PAGE_TITLE_CREATE, TEMPLATE_CREATE_${s.toUpperCase()}, ${model} );
    }

    @Action( ACTION_CREATE )
    public String doCreate${e}( HttpServletRequest request )
    {
        populate( _${v}, request );
        if ( !validateBean( _${v} ) )
        {
            return redirectView( request, VIEW_CREATE );
        }
        ${e}Home.create( _${v} );
        addInfo( INFO_CREATED, getLocale( ) );
        return redirectView( request, VIEW_MANAGE );
    }

    @Action( ACTION_REMOVE )
    public String doRemove${e}( HttpServletRequest request )
    {
        ${e}Home.remove( Integer.parseInt( request.getParameter( PARAMETER_ID ) ) );
        addInfo( INFO_REMOVED, getLocale( ) );
        return redirectView( request, VIEW_MANAGE );
    }
}
`,
  })
}

/** The public page of a plugin. */
export function pageFile(c: DemoComponent): string {
  const e = c.entity
  const s = snake(e)
  const { package: base, web } = placesOf(c)
  const isCdi = c.line === 'v8'
  const model = isCdi ? '_models' : 'model'
  return javaFile(c, 'web', {
    imports: [
      `${base}.business.${e}Home`,
      'fr.paris.lutece.portal.util.mvc.commons.annotations.View',
      'fr.paris.lutece.portal.util.mvc.xpage.MVCApplication',
      'fr.paris.lutece.portal.util.mvc.xpage.annotations.Controller',
      'fr.paris.lutece.portal.web.xpages.XPage',
      'java.util.Map',
      ...(isCdi
        ? [
            'fr.paris.lutece.portal.web.cdi.mvc.Models',
            'jakarta.enterprise.context.RequestScoped',
            'jakarta.inject.Inject',
            'jakarta.inject.Named',
            'jakarta.servlet.http.HttpServletRequest',
          ]
        : ['javax.servlet.http.HttpServletRequest']),
    ],
    body: `/**
 * Public page: ${c.purpose[1]}.
 */
${isCdi ? `@RequestScoped\n@Named( "${c.short}.xpage.${c.short}" )\n` : ''}@Controller( xpageName = "${c.short}", pageTitleI18nKey = "${c.short}.xpage.title", pagePathI18nKey = "${c.short}.xpage.title" )
public class ${e}XPage extends MVCApplication
{
    private static final long serialVersionUID = 1L;
    private static final String TEMPLATE_HOME = "/skin/${web}/home_${s}.html";
    private static final String MARK_LIST = "${s}_list";
    private static final String VIEW_HOME = "home";

${injectedModel(isCdi)}    @View( value = VIEW_HOME, defaultView = true )
    public XPage viewHome( HttpServletRequest request )
    {
${ownModel(isCdi)}        ${model}.put( MARK_LIST, ${e}Home.findAll( ) );
        return getXPage( TEMPLATE_HOME, getLocale( request ), ${model} );
    }
}
`,
  })
}
