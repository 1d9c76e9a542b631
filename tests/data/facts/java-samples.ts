/** Invented sources, each built around something that trips a scanner. Current Java, so that a grammar reads them too. */
export const javaSamples: Readonly<Record<string, string>> = {
  'braces, quotes and comment marks in strings, characters and comments': `
package town.square; // } not the end
/* class Hidden { */
public class Fountain {
  private static final String OPEN = "{ /* no comment */ // neither";
  private char _cQuote = '"', _cApostrophe = '\\'', _cBrace = '}', _cSlash = '/';
  /** String s = "*/
  String pour() { return "}" + '}' + "\\"}" /* } */ + '\\\\'; } // {
  int after;
}`,
  'text blocks': `
class Poster {
  static final String TEXT = """
      class Inner { "quoted" \\""" not the end
      }
      """;
  String more() { return """
  }""" + ""; }
  int after = 1;
}`,
  'annotations everywhere, with brackets and strings in them': `
package town.square;
import jakarta.inject.Named;
@SuppressWarnings( { "unchecked", "a)b" } )
@jakarta.enterprise.context.SessionScoped @Named( value = "fountain(1)" )
public final class Fountain< @Wet T extends Comparable< ? super T > & java.io.Serializable >
    extends @Old Basin< Map< String, List<int[]> > > implements Shown, town.park.Green<T>
{
  @Inject @Named("x") private transient volatile @Nullable Map<String, ? extends List<? super T>> _map;
  @Action( "doPour" ) public @Nullable String doPour( @Valid final Request request, int[] @A [] n, String... more ) throws A, B { }
  @Override public <K, V extends K> Map<K, V[]> generic( Map.Entry<K, V> entry ) { return null; }
}`,
  'initialisers with commas, comparisons, lambdas and anonymous classes': `
class Sums {
  private static final Map<String, List<Integer>> MAP = new HashMap<String, List<Integer>>( ), OTHER = null;
  boolean less = a < b, more = c > d;
  int[] dims = { 1, 2, 3 }, grid[] = { { 1 }, { 2 } };
  Runnable run = ( ) -> { int x = 1, y = 2; }, twice = this::run;
  Object anonymous = new Object( ) { int hidden; void alsoHidden( ) { } }, last;
  int shift = 1 << 3 >> 1 >>> 2, ternary = a ? b : c;
  Function<A, B> f = (Function<A, B>) g, h = Outer.<X, Y>make( 1, 2 );
  static { int x = 1; } { int y; }
  int after;
}`,
  'every kind of type, nested': `
package town.square;
public sealed interface Shape permits Round, Shape.Flat {
  int SIDES = 0;
  record Flat<T>( @NotNull T value, int... sides ) implements Shape, Comparable<Flat<T>> {
    static int count;
    Flat { if ( value == null ) { throw new X( ); } }
    Flat( int n ) { this( null, n ); }
    @Override public int compareTo( Flat<T> o ) { record Local( int a ) { } return 0; }
  }
  non-sealed class Round implements Shape { class Inner { enum Deep { A } } }
  enum Colour implements Shown, Serializable {
    RED( 1, "}" ) { @Override void paint( ) { } }, @Deprecated GREEN, BLUE( ( ) -> { } ),;
    private final int _n;
    Colour( ) { }
    abstract void paint( );
  }
  @interface Marked { String value( ) default "}"; int[] numbers( ) default { 1, 2 }; Class<?> type( ) default Object.class; int MAX = 3; @interface Deeper { } }
  default void hello( ) { }
  static <T> T of( ) { return null; }
  enum Empty { }
  enum OnlyMembers { ; int x; }
}`,
  'imports of every form': `
/* header */
package   town . square ;
import java.util.List;
import java . util . * ;
import static java.util.Map.Entry;
import static town.Constants.*;
;
class A { }
class B extends A { }
interface C extends A, B<C> { }`,
  'words that are keywords elsewhere': `
class Words {
  String record; int sealed1; Permits permits; String with;
  record Pair( int a, int b ) { }
  void record( ) { }
  String module( String open ) { return open; }
  native int call( ); abstract strictfp double d( ); synchronized void s( ) { }
  int legacy( )[] { return null; }
  void receiver( Words this, int n ) { }
}`,
  'names beyond ASCII, and no package': `
import été.Soleil;
class Fête { String _strÉtat = "é"; void prévoir( Été été ) { } }`,
}
