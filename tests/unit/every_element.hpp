#pragma once
// Five files in canonical form that together use every element and every attribute of the corpus format. They are about nothing:
// what they name need not exist. files_test.cpp sees to it that they stay complete when the format grows.

#include <string>

namespace lacuna::every {

inline const std::string instrument = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<instrument id="act" force="binding" jurisdiction="EU" issuer="parliament" companion-of="other" bearer="developer" in-force-from="2024-08-01" applies-from="2025-08-02" enforceable-from="2026-08-02" legacy-until="2027-08-02" source="oj" locator="p. 1" grade="primary">
  <title xml:lang="en">An Act on "models" &amp; &lt;systems&gt;</title>
  <title xml:lang="de">Ein Gesetz über Modelle, höchst ausführlich – 模型法</title>
  <short xml:lang="en">Act</short>
  <identifier scheme="celex">32024R1689</identifier>
  <source id="oj" url="https://example.org/a?b=1&amp;c=2" archive="https://example.org/x" sha256="e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" seen="2026-11-21">
    <title xml:lang="en">Official text</title>
  </source>
  <status value="proposed" from="2023-01-01" until="2024-07-31" source="oj" locator="p. 1" grade="secondary">
    <note xml:lang="en">N</note>
  </status>
  <asserted about="force" by="somebody" from="2024-01-01" until="2024-02-01" source="oj" locator="p. 1" grade="inferred">
    <summary xml:lang="en">S</summary>
  </asserted>
  <adoption party="lab" from="2024-01-01..2024-01-31" until="2025-01-01" only="#ch #a" source="oj" locator="p. 1" grade="unchecked">
    <note xml:lang="en">N</note>
  </adoption>
  <filed under="act#a" from="2024-01-01..2024-01-31" until="2025-01-01" source="oj" locator="p. 1" grade="secondary">
    <note xml:lang="en">Says so itself.</note>
  </filed>
  <version id="1" label="first" published="2024-07-12" encoded="yes" in-force-from="2024-08-01" amended-by="nobody" source="oj" locator="p. 1" grade="primary">
    <note xml:lang="en">N</note>
  </version>
  <version id="2" encoded="no" in-force-from="2025-08-01..2025-08-31"/>
  <scheme id="tiers" label="Tiers">
    <level id="high" label="High" domains="cbrn cyber" above="low">
      <summary xml:lang="en">S</summary>
    </level>
  </scheme>
  <oversight since="1" until="2">
    <holds function="amend" party="lab" reach="order" when="before" discretion="must" needs="a vote" over="developer" source="oj" locator="p. 1" grade="primary">
      <note xml:lang="en">N</note>
    </holds>
    <consulted function="amend" party="board"/>
  </oversight>
  <note xml:lang="en">N</note>
  <division id="ch" cite="Ch. 1" bearer="deployer" since="1" until="2" in-force-from="2024-08-01" applies-from="2025-08-02" enforceable-from="2026-08-02" legacy-until="2027-08-02" source="oj" locator="p. 1" grade="primary">
    <identifier scheme="row">R</identifier>
    <title xml:lang="en">Chapter</title>
    <date for="applies-from">
      <fixed on="2028-01-01..2028-01-31"/>
    </date>
    <note xml:lang="en">N</note>
    <provision id="a" cite="Art. 1" norm="obligation" modality="must" bearer="developer" class="systemic" presumed="rebuttable" themes="framework pause" domains="cbrn cyber" clarity="stated-test" if-unsure="treat-as-above" evaluation-dependent="no" addresses="sandbagging" hardens="yes" parts="exhaustive" since="1" until="2" in-force-from="2024-08-01" applies-from="2025-08-02" enforceable-from="2026-08-02" legacy-until="2027-08-02" source="oj" locator="p. 1" grade="primary">
      <identifier scheme="row">R</identifier>
      <title xml:lang="en">T</title>
      <summary xml:lang="en">Less than &lt; and more than &gt; and both " and ' and &amp;.</summary>
      <date for="enforceable-from">
        <later-of>
          <within amount="1.5" unit="business-day" event="incident" anchor="discovery" side="before" calendar="eu"/>
          <earlier-of>
            <promptly event="incident" anchor="awareness" words="without undue delay"/>
            <agreed with="agency"/>
            <every amount="2" unit="year" first="2028-01-01..2028-01-31" event="incident" anchor="end" reset="opening" until="opening" calendar="eu"/>
          </earlier-of>
        </later-of>
      </date>
      <when>
        <all>
          <any>
            <more-than fact="training-compute" plus="fine-tuning-compute" value="1e25" unit="FLOP" of="original" factor="1/3" year="preceding"/>
            <at-least fact="training-compute" plus="fine-tuning-compute" value="1.0e25" unit="FLOP" of="original" factor="1/3" year="preceding"/>
            <less-than fact="training-compute" plus="fine-tuning-compute" value="1E25" unit="FLOP" of="original" factor="1/3" year="preceding"/>
            <at-most fact="training-compute" plus="fine-tuning-compute" value="10" unit="FLOP" of="original" factor="1/3" year="preceding"/>
            <equals fact="placed-on" plus="fine-tuning-compute other" value="2025-08-02" unit="day" of="original" factor="1/3" year="preceding"/>
          </any>
          <not>
            <is fact="open-weights"/>
          </not>
          <includes fact="markets" value="EU"/>
          <reaches scheme="tiers" level="high"/>
          <event name="incident"/>
          <class name="developer"/>
          <known>
            <judged by="lab board">
              <test id="severe">could be severe</test>
            </judged>
          </known>
        </all>
      </when>
      <unless ref="#b">
        <summary xml:lang="en">S</summary>
        <is fact="open-weights"/>
      </unless>
      <escape competitor="yes">
        <summary xml:lang="en">S</summary>
        <event name="incident"/>
      </escape>
      <escape competitor="no">
        <summary xml:lang="en">S</summary>
      </escape>
      <exempts ref="#b"/>
      <deems keeping="#a" counts-as="other#b" effect="may-demonstrate"/>
      <guards ref="#b"/>
      <refers ref="other" kind="rebuttal"/>
      <defines term="a term"/>
      <term name="another" ref="other@1#c"/>
      <clock kind="recurring" label="yearly">
        <every amount="1" unit="year"/>
      </clock>
      <sanction by="agency" per="infringement" through="#b" combine="lower-of" discretion="may">
        <punishes ref="#b"/>
        <amount value="15000000" unit="EUR"/>
        <amount percent="0.5" of="revenue" year="preceding-financial"/>
      </sanction>
      <holds function="judge" state="not-applicable"/>
      <holds function="accept">
        <all-of>
          <holder party="lab" reach="stop" when="after" discretion="may" needs="nothing"/>
          <any-of>
            <holder party="board"/>
            <k-of k="2">
              <holder party="x"/>
              <holder party="y"/>
            </k-of>
          </any-of>
        </all-of>
      </holds>
      <consulted function="judge" party="board"/>
      <cited ref="oj" locator="p. 2" grade="secondary"/>
      <note xml:lang="en">N</note>
      <provision id="a-1" cite="Art. 1(1)" norm="deemed-compliance">
        <summary xml:lang="en">S</summary>
      </provision>
    </provision>
  </division>
</instrument>
)xml";

inline const std::string parties = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<parties>
  <source id="charter">
    <title xml:lang="en">Charter</title>
  </source>
  <party id="lab" kind="lab" jurisdiction="US">
    <name xml:lang="en">Lab</name>
    <identifier scheme="lei">X</identifier>
    <relation kind="agreement" party="agency" from="2023-09-19" until="2024-09-19" revocable-by="lab board" source="charter" locator="s. 4" grade="primary">
      <note xml:lang="en">N</note>
    </relation>
    <in-class class="developer" from="2023-09-19" until="2024-09-19" how="designated" source="charter" locator="s. 4" grade="primary">
      <note xml:lang="en">N</note>
    </in-class>
    <note xml:lang="en">N</note>
  </party>
</parties>
)xml";

inline const std::string vocabulary = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<vocabulary>
  <theme id="pause" stops="yes">
    <name xml:lang="en">Pause</name>
    <note xml:lang="en">N</note>
  </theme>
  <domain id="cbrn" broader="all">
    <name xml:lang="en">CBRN</name>
    <note xml:lang="en">N</note>
  </domain>
  <fact id="revenue" about="developer" kind="quantity" units="USD EUR" per-year="yes" default="no">
    <name xml:lang="en">Revenue</name>
    <value id="EU">
      <name xml:lang="en">EU</name>
    </value>
    <note xml:lang="en">N</note>
  </fact>
  <event id="incident" act="yes" as-of="2026-10-01" on-day="placed-on" not-after="placed-on">
    <name xml:lang="en">Incident</name>
    <note xml:lang="en">N</note>
  </event>
  <class id="developer" within="anyone person">
    <name xml:lang="en">Developer</name>
    <note xml:lang="en">N</note>
  </class>
  <party-kind id="lab">
    <name xml:lang="en">Lab</name>
    <note xml:lang="en">N</note>
  </party-kind>
  <limit id="sandbagging">
    <name xml:lang="en">Sandbagging</name>
    <note xml:lang="en">The model hides what it can do.</note>
  </limit>
  <axiom>
    <summary xml:lang="en">S</summary>
    <if>
      <is fact="a"/>
    </if>
    <then>
      <is fact="b"/>
    </then>
  </axiom>
  <jurisdiction id="US-CA" within="US">
    <name xml:lang="en">California</name>
  </jurisdiction>
</vocabulary>
)xml";

inline const std::string situation = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<situation id="case" developer="lab" model="Model 1">
  <source id="card">
    <title xml:lang="en">Model card</title>
  </source>
  <note xml:lang="en">N</note>
  <quantity fact="revenue" year="2025" value="600e6" unit="USD" precision="exact" seen-by="agency lab" source="card" locator="p. 1" grade="primary">
    <note xml:lang="en">N</note>
  </quantity>
  <quantity fact="training-compute" low="9e24" high="1.2e25" unit="FLOP"/>
  <day fact="placed-on" on="2025-08-02..2025-08-09" seen-by="agency" source="card" locator="p. 1" grade="primary">
    <note xml:lang="en">N</note>
  </day>
  <flag fact="open-weights" holds="no" seen-by="agency" source="card" locator="p. 1" grade="primary">
    <note xml:lang="en">N</note>
  </flag>
  <set fact="markets" includes="EU US-CA" excludes="KR" only="yes" seen-by="agency" source="card" locator="p. 1" grade="primary">
    <note xml:lang="en">N</note>
  </set>
  <test name="severe" holds="unknown" seen-by="agency" source="card" locator="p. 1" grade="primary">
    <note xml:lang="en">N</note>
  </test>
  <level scheme="tiers" name="high" holds="yes" seen-by="agency" source="card" locator="p. 1" grade="primary">
    <note xml:lang="en">N</note>
  </level>
  <class name="developer" holds="yes" seen-by="expected" source="card" locator="p. 1" grade="primary">
    <note xml:lang="en">N</note>
  </class>
  <event name="incident" holds="yes" occurrence="2026-10-01" discovery="2026-10-02T15:00+02:00" awareness="2026-10-03" end="2026-10-04" decided="2026-10-05" effective="2026-10-06..2026-10-07" withdrawn="2026-11-01" seen-by="agency" source="card" locator="p. 1" grade="primary">
    <note xml:lang="en">N</note>
  </event>
</situation>
)xml";

inline const std::string mapping_set = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<mapping-set id="m" relates="whole" reading="strict" author="us" reviewer="them" date="2026-11-21" method="assisted" confidence="medium" status="reviewed">
  <title xml:lang="en">T</title>
  <note xml:lang="en">N</note>
  <reviewed instrument="a" version="1" against="b" against-version="2" only="#x #y"/>
  <mapping id="1" relation="superset-of" strength="7" author="me" reviewer="you" date="2026-11-20" method="human" confidence="low" status="disputed">
    <source ref="a@1#x" fingerprint="0123456789abcdef" text-fingerprint="fedcba9876543210"/>
    <source ref="a@1#y"/>
    <target ref="b@2#z" fingerprint="0123456789abcdef" text-fingerprint="fedcba9876543210"/>
    <rationale xml:lang="en" kind="functional">Because.</rationale>
    <evidence url="https://example.org">seen</evidence>
    <qualifier xml:lang="en" kind="breaks">keeping one breaks the other</qualifier>
  </mapping>
</mapping-set>
)xml";

}  // namespace lacuna::every
