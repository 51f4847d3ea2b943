import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;

/**
 * Signs a plan off over HTTP (Java 17, no libraries): prints the answer, which is JSON for the library of your choice.
 *
 * <pre>PLUMBLINE_URL=http://127.0.0.1:8787 PLUMBLINE_TOKEN=... java SignOff.java 2024-04-01 plan.xml</pre>
 *
 * Ends with 0 when there is an answer, 1 when the service refused the plan, 2 when it could not be asked.
 */
public final class SignOff {
    /** What the service said instead of an answer: problem details (RFC 9457), with line and column. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(int status, String problem) {
            super(status + " " + problem);
        }
    }

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI service;
    private final String token;

    SignOff(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    /** The answer to one plan. One SignOff may be used by all threads: it keeps its connections. */
    String check(Path plan, LocalDate asOf) throws IOException, InterruptedException, Refused {
        var request = HttpRequest.newBuilder(service.resolve("/v1/checks?mode=sign-off&as-of=" + asOf))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofFile(plan));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new Refused(response.statusCode(), response.body());
        }
        return response.body();
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 2) {
            System.err.println("usage: SignOff DAY PLAN.xml");
            System.exit(2);
        }
        var url = System.getenv().getOrDefault("PLUMBLINE_URL", "http://127.0.0.1:8787");
        try {
            var signOff = new SignOff(URI.create(url), System.getenv("PLUMBLINE_TOKEN"));
            System.out.print(signOff.check(Path.of(arguments[1]), LocalDate.parse(arguments[0])));
        } catch (Refused refused) {
            System.err.println("SignOff: " + refused.getMessage());
            System.exit(1);
        } catch (IOException error) {
            System.err.println("SignOff: " + url + " or " + arguments[1] + ": " + error);
            System.exit(2);
        }
    }
}
