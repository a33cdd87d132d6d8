package brokenhouse.console;

/** A page. */
public class Pages {

}
