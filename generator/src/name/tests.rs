//! Tests of names.

use super::*;

#[test]
fn names_read_as_the_field_reads_them() {
    #[rustfmt::skip]
    let cases = [
        // model name, snake, pascal, screaming
        ("S3Bucket", "s3_bucket", "S3Bucket", "S3_BUCKET"),
        ("CodeSha256", "code_sha256", "CodeSha256", "CODE_SHA256"),
        ("KMSKeyArn", "kms_key_arn", "KmsKeyArn", "KMS_KEY_ARN"),
        ("VpcConfig", "vpc_config", "VpcConfig", "VPC_CONFIG"),
        ("vpcConfig", "vpc_config", "VpcConfig", "VPC_CONFIG"),
        ("nodejs20.x", "nodejs20_x", "Nodejs20X", "NODEJS20_X"),
        ("NODEJS_20_X", "nodejs_20_x", "Nodejs20X", "NODEJS_20_X"),
        ("dotnetcore2_1", "dotnetcore2_1", "Dotnetcore2_1", "DOTNETCORE2_1"),
        ("IPv6Addresses", "ipv6_addresses", "Ipv6Addresses", "IPV6_ADDRESSES"),
        ("EnableIPv6", "enable_ipv6", "EnableIpv6", "ENABLE_IPV6"),
        ("OAuth2", "oauth2", "Oauth2", "OAUTH2"),
        ("OAuth2Token", "oauth2_token", "Oauth2Token", "OAUTH2_TOKEN"),
        ("UseOAuth", "use_oauth", "UseOauth", "USE_OAUTH"),
        ("IoTThing", "iot_thing", "IotThing", "IOT_THING"),
        ("AWSIoTRule", "aws_iot_rule", "AwsIotRule", "AWS_IOT_RULE"),
        ("GraphQLApi", "graphql_api", "GraphqlApi", "GRAPHQL_API"),
        ("iOSVersion", "ios_version", "IosVersion", "IOS_VERSION"),
        ("BiOSphere", "bi_o_sphere", "BiOSphere", "BI_O_SPHERE"),
        ("SubnetIDs", "subnet_ids", "SubnetIds", "SUBNET_IDS"),
        ("ResourceARNsList", "resource_arns_list", "ResourceArnsList", "RESOURCE_ARNS_LIST"),
        ("TLSv1_2", "tlsv1_2", "Tlsv1_2", "TLSV1_2"),
        ("SHA256", "sha256", "Sha256", "SHA256"),
        ("x86_64", "x86_64", "X86_64", "X86_64"),
        ("K8sVersion", "k8s_version", "K8sVersion", "K8S_VERSION"),
        ("MP4A", "mp4a", "Mp4a", "MP4A"),
        ("3DScene", "v3d_scene", "V3dScene", "V3D_SCENE"),
        ("EC2VPC", "ec2_vpc", "Ec2Vpc", "EC2_VPC"),
        ("provided.al2023", "provided_al2023", "ProvidedAl2023", "PROVIDED_AL2023"),
        ("python3.12", "python3_12", "Python3_12", "PYTHON3_12"),
        ("application/json", "application_json", "ApplicationJson", "APPLICATION_JSON"),
        ("s3:ObjectCreated:*", "s3_object_created", "S3ObjectCreated", "S3_OBJECT_CREATED"),
        ("__listOf__string", "list_of_string", "ListOfString", "LIST_OF_STRING"),
        ("a", "a", "A", "A"),
        ("HTTP", "http", "Http", "HTTP"),
        ("ID", "id", "Id", "ID"),
        ("8000", "v8000", "V8000", "V8000"),
        ("2.0", "v2_0", "V2_0", "V2_0"),
        ("+1", "plus1", "Plus1", "PLUS1"),
        ("-1", "minus1", "Minus1", "MINUS1"),
        ("", "empty", "Empty", "EMPTY"),
        ("_", "underscore", "Underscore", "UNDERSCORE"),
        ("*", "asterisk", "Asterisk", "ASTERISK"),
        (">=", "greater_than_equals", "GreaterThanEquals", "GREATER_THAN_EQUALS"),
        ("\u{1F600}", "u1f600", "U1f600", "U1F600"),
        ("type", "r#type", "Type", "TYPE"),
        ("Match", "r#match", "Match", "MATCH"),
        ("gen", "r#gen", "Gen", "GEN"),
        ("self", "self_", "SelfValue", "SELF"),
        ("Self", "self_", "SelfValue", "SELF"),
        ("crate", "crate_", "Crate", "CRATE"),
        ("super", "super_", "Super", "SUPER"),
        ("größeÄndern", "größe_ändern", "GrößeÄndern", "GRÖßE_ÄNDERN"),
        ("数据", "数据", "数据", "数据"),
        ("e\u{301}t", "e_t", "ET", "E_T"),
        ("\u{212B}ngstrom", "u212b_ngstrom", "U212bNgstrom", "U212B_NGSTROM"),
        ("a\u{202E}b", "a_b", "AB", "A_B"),
        ("a\"; fn evil() {} //", "a_fn_evil", "AFnEvil", "A_FN_EVIL"),
    ];
    for (name, snake, pascal, screaming) in cases {
        assert_eq!(snake_case(name), snake, "snake case of {name:?}");
        assert_eq!(pascal_case(name), pascal, "pascal case of {name:?}");
        assert_eq!(screaming_case(name), screaming, "screaming case of {name:?}");
    }
}

#[test]
fn every_name_is_an_identifier() {
    let mut names: Vec<String> = (0..0x3000).filter_map(char::from_u32).map(String::from).collect();
    names.extend(
        [
            "\u{1D400}bold",
            "ﬁne",
            "İstanbul",
            "ǅungla",
            "ᾳ",
            "ŉ",
            "٣",
            "²",
            "Ⅷ",
            "𐐀",
            "\0",
            "\n",
            "r#type",
            "'static",
        ]
        .map(String::from),
    );
    names.extend(KEYWORDS.iter().map(|keyword| (*keyword).to_owned()));
    names.extend(STD_TYPES.iter().chain(RUNTIME_TYPES).map(|name| (*name).to_owned()));
    let mut types = Scope::types();
    for name in &names {
        for made in [
            snake_case(name),
            pascal_case(name),
            screaming_case(name),
            module_case(name),
            type_name(name, &mut types),
        ] {
            let parsed = syn::parse_str::<Ident>(&made);
            assert!(parsed.is_ok_and(|parsed| parsed == ident(&made)), "{name:?} gives {made:?}");
        }
    }
}

#[test]
fn an_identifier_is_made_of_anything() {
    for (name, expected) in [
        ("a b", "a_b"),
        ("type", "r#type"),
        ("r#crate", "crate_"),
        ("1", "v1"),
        ("type_", "type_"),
        ("r#type", "r#type"),
    ] {
        assert_eq!(ident(name).to_string(), expected);
    }
}

#[test]
fn every_name_is_given_once() {
    let check = |give: fn(&str, &mut Scope) -> String,
                 mut scope: Scope,
                 names: &[&str],
                 expected: &[&str]| {
        let given: Vec<String> = names.iter().map(|name| give(name, &mut scope)).collect();
        assert_eq!(given, expected);
    };
    check(
        field_name,
        Scope::new(),
        &["name", "Name", "NAME", "name_2", "na-me"],
        &["name", "name_2", "name_3", "name_2_2", "na_me"],
    );
    check(
        field_name,
        Scope::new(),
        &["type", "Type", "self", "Self"],
        &["r#type", "type_2", "self_", "self_2"],
    );
    check(
        type_name,
        Scope::new(),
        &["Foo", "foo", "FOO", "Sha256", "SHA256"],
        &["Foo", "Foo2", "Foo3", "Sha256", "Sha256_2"],
    );
    check(
        type_name,
        Scope::types(),
        &["Option", "Error", "Box", "String", "Some", "self", "OptionValue", "blob"],
        &[
            "OptionValue",
            "ErrorValue",
            "BoxValue",
            "StringValue",
            "SomeValue",
            "SelfValue",
            "OptionValue2",
            "BlobValue",
        ],
    );
    check(
        variant_name,
        Scope::variants(true),
        &["UNKNOWN", "unknown", "Ok", ""],
        &["UnknownValue", "UnknownValue2", "Ok", "Empty"],
    );
    check(variant_name, Scope::variants(false), &["UNKNOWN", "unknown"], &["Unknown", "Unknown2"]);
    check(constant_name, Scope::new(), &["Layer", "LAYER"], &["LAYER", "LAYER_2"]);
    check(function_name, Scope::reserving(["new"]), &["New", "new"], &["new_2", "new_3"]);
    check(
        module_name,
        Scope::new(),
        &["mod", "Lib", "AUX", "com1", "type", "command"],
        &["mod_", "lib_", "aux_", "com1_", "r#type", "command"],
    );
}

#[test]
fn long_names_fit_a_file_system() {
    let long = "ä".repeat(10_000);
    assert!(module_case(&long).len() <= LONGEST_MODULE);
    let mut scope = Scope::new();
    assert_ne!(module_name(&long, &mut scope), module_name(&long, &mut scope));
}

#[test]
fn many_like_names_take_linear_time() {
    let mut scope = Scope::new();
    for _ in 0..50_000 {
        field_name("name", &mut scope);
    }
    assert_eq!(field_name("Name", &mut scope), "name_50001");
}
