package atlas.proof.rehearsal.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlas.compare.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No rehearsal can reach an account. */
class EndpointTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:4566", "http://localhost:4566/", "https://10.1.2.3", "http://192.168.0.7:4566"
            })
    void acceptsThisMachineAndPrivateNetworks(String text) {
        assertEquals(text.replaceAll("/$", ""), Endpoint.parse(text, false).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://203.0.113.7:4566               | --endpoint http://203.0.113.7:4566 is out in the internet; name one on this machine or in a private network, or add --anywhere
            https://sts.amazonaws.com             | --endpoint https://sts.amazonaws.com is AWS itself; rehearse on an emulator, such as http://127.0.0.1:4566
            https://S3.EU-WEST-1.AMAZONAWS.COM    | --endpoint https://S3.EU-WEST-1.AMAZONAWS.COM is AWS itself; rehearse on an emulator, such as http://127.0.0.1:4566
            https://lambda.us-east-1.api.aws.     | --endpoint https://lambda.us-east-1.api.aws. is AWS itself; rehearse on an emulator, such as http://127.0.0.1:4566
            http://169.254.169.254                | --endpoint http://169.254.169.254 is where instances find credentials; rehearse on an emulator, such as http://127.0.0.1:4566
            ftp://127.0.0.1                       | --endpoint must be an address such as http://127.0.0.1:4566, got ftp://127.0.0.1
            127.0.0.1:4566                        | --endpoint must be an address such as http://127.0.0.1:4566, got 127.0.0.1:4566
            http://127.0.0.1:4566/here            | --endpoint must be an address such as http://127.0.0.1:4566, got http://127.0.0.1:4566/here
            http://me@127.0.0.1                   | --endpoint must be an address such as http://127.0.0.1:4566, got http://me@127.0.0.1
            http://nowhere.invalid                | --endpoint http://nowhere.invalid names a host that cannot be found
            """)
    void refusesWhatIsNoEmulator(String text, String message) {
        assertEquals(
                message,
                assertThrows(BadInput.class, () -> Endpoint.parse(text, false)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://sts.amazonaws.com", "https://sts.cn-north-1.amazonaws.com.cn", "http://169.254.169.254"
            })
    void refusesAwsEvenWhenAnywhereWillDo(String text) {
        assertThrows(BadInput.class, () -> Endpoint.parse(text, true));
    }

    @Test
    void goesAnywhereElseWhenTold() {
        assertEquals(
                "http://203.0.113.7:4566",
                Endpoint.parse("http://203.0.113.7:4566", true).toString());
    }
}
