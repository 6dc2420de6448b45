package atlas.proof.rehearsal.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What a service's API said. An emulator that lacks the API, or stopped answering, is an answer, too.
 *
 * @param status of HTTP; 0 when nothing came back
 * @param text the body, or why nothing came back
 */
public record Answer(int status, String text) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern NOT_THERE = Pattern.compile(
            "not[ _]?found|nosuch|no such|does ?n[o']t exist|not exist|unknown(namespace|service)id",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_API = Pattern.compile(
            "not ?(yet )?(been )?(implemented|supported)|unsupported|unknown ?(operation|action|service|path|endpoint)|invalidaction"
                    + "|unrecognized",
            Pattern.CASE_INSENSITIVE);

    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** Whether the service knows nothing of that name, rather than nothing of the question. */
    public boolean isNotFound() {
        return status >= 400
                && status < 500
                && !isNoApi()
                && (status == 404 || NOT_THERE.matcher(text).find());
    }

    /** Whether the emulator has no such API. */
    private boolean isNoApi() {
        return NO_API.matcher(text).find();
    }

    public boolean names(String id) {
        return isOk() && text.toLowerCase(Locale.ROOT).contains(id.toLowerCase(Locale.ROOT));
    }

    /** Nothing when it is no JSON. */
    public JsonNode json() {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException other) {
            return MissingNode.getInstance();
        }
    }

    /** The elements of that name, in order; none when it is no XML. */
    public List<Element> elements(String name) {
        List<Element> found = new ArrayList<>();
        try {
            NodeList nodes = xml().getElementsByTagNameNS("*", name);
            for (int i = 0; i < nodes.getLength(); i++) {
                found.add((Element) nodes.item(i));
            }
        } catch (SAXException | IOException | ParserConfigurationException other) {
            return List.of();
        }
        return found;
    }

    /** What an element holds, empty without it. */
    public static String text(Element element, String name) {
        NodeList nodes = element.getElementsByTagNameNS("*", name);
        return nodes.getLength() == 0 ? "" : nodes.item(0).getTextContent().strip();
    }

    private Document xml() throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(text)));
    }

    /** In one line, for a report. */
    public String shortly() {
        String line = text.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        String what = status == 0 ? "no answer" : "HTTP " + status;
        return line.isEmpty() ? what : what + ": " + (line.length() > 160 ? line.substring(0, 160) + "..." : line);
    }
}
