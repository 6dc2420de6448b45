package atlas.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import atlas.app.Poster;
import atlas.app.Renderer;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A poster that is ordered is rendered once, however often it is ordered. */
interface PosterContract {
    Visitor visitor();

    @Test
    default void rendersThePosterThatWasOrdered() throws Exception {
        Response ordered = visitor().send(Refusal.order(Refusal.SOME_POSTER));
        assertEquals(202, ordered.status());
        String location = ordered.header("Location").orElseThrow();
        Map<String, Object> order = Visitor.json(ordered);
        assertEquals(visitor().path("/posters/" + order.get("id")), location);
        assertEquals("queued", order.get("state"));

        Map<String, Object> done = visitor().awaitDone("/posters/" + order.get("id"));
        assertEquals(location + ".png", done.get("image"));
        Response image = visitor().get("/posters/" + order.get("id") + ".png");
        assertEquals(200, image.status());
        Visitor.assertHeader("image/png", image, "Content-Type");
        Visitor.assertHeader("private, max-age=3600", image, "Cache-Control");
        assertArrayEquals(Pixels.of(Renderer.png(new Poster(1, 0, 0, 2, 1, 50))), Pixels.of(image.body()));
    }

    @Test
    default void answersTheSameOrderTwiceWithTheSamePoster() throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> first = Visitor.json(visitor().send(Refusal.orderWithKey(Refusal.SOME_POSTER, key)));
        String reworded = "{ \"rows\":1, \"columns\":2, \"iterations\":50, \"y\":0, \"x\":0, \"zoom\":1 }";
        Response again = visitor().send(Refusal.orderWithKey(reworded, key));
        assertEquals(202, again.status());
        assertEquals(first.get("id"), Visitor.json(again).get("id"));
        visitor().awaitDone("/posters/" + first.get("id"));
        assertEquals(
                "done",
                Visitor.json(visitor().send(Refusal.orderWithKey(Refusal.SOME_POSTER, key)))
                        .get("state"));
    }

    @Test
    default void ordersAnotherPosterWithoutAKey() throws IOException {
        Object first =
                Visitor.json(visitor().send(Refusal.order(Refusal.SOME_POSTER))).get("id");
        assertNotEquals(
                first,
                Visitor.json(visitor().send(Refusal.order(Refusal.SOME_POSTER))).get("id"));
    }

    @Test
    default void refusesAnotherPosterUnderAKeyThatWasUsed() throws IOException {
        String key = UUID.randomUUID().toString();
        assertEquals(
                202,
                visitor().send(Refusal.orderWithKey(Refusal.SOME_POSTER, key)).status());
        Request other = Refusal.orderWithKey(Refusal.SOME_POSTER.replace("50}", "51}"), key);
        Response refused = visitor().send(other);
        assertEquals(
                Refusal.of(
                                422,
                                other,
                                "Idempotency-Key",
                                "this idempotency key was used for another poster; send a new key with a new poster")
                        .problem(),
                Visitor.json(refused));
        assertEquals(422, refused.status());
    }
}
